# Ce que dit chaque règle, en français ; en anglais, c'est le texte de la classe elle-même.
rule-allowed-codes-text =
    Chacun ne fait que les postes qui lui sont ouverts : codes interdits, codes autorisés, aptitude à la nuit.

    Ce que la feuille Agents dit de quelqu'un vaut chaque jour planifié : aucun des codes interdits ; si des codes autorisés sont nommés, aucun autre ; sans aptitude à la nuit, aucun poste de nuit. Prix par poste tenu.
rule-availability-text =
    Personne ne travaille pendant une absence, un jour de repos fixe, ou hors des heures données.

    Un poste est refusé si son jour de début est dans une absence ferme de journées entières (la nuit qui commence la veille reste permise) ou un jour de semaine jamais travaillé ; si une de ses parties touche une demi-journée d'absence ferme, avant 13:00 ou à partir de 13:00 à l'horloge ; si une de ses parties touche des heures où la personne ne peut pas venir ; si, un jour pour lequel des heures de disponibilité sont données, une minute de travail tombe en dehors. Un jour sans ligne de ce genre est ouvert, sauf aux bénévoles (statut ou régime « bénévole » ou « BEN ») et aux personnes de « déclarés » (déclarés=statut:vacataire), qui ne viennent que lorsqu'ils l'ont annoncé. La coupure d'un service coupé est du temps libre. Prix par poste tenu.
rule-balance-account-text =
    Le compte d'heures (annualisation) : entre un plancher et un plafond, soldé près d'une cible.

    Pour chaque agent dont le contrat donne des heures, à la fin de chaque période du planning : solde = report + minutes des postes tenus jusque-là − minutes dues jusque-là, et minimum ≤ solde ≤ maximum ; à la fin du planning, cible − tolérance ≤ solde ≤ cible + tolérance. Le report est celui de « compteur » (les heures, sauf autre nom). Les postes sont ceux des jours planifiés, à leur jour de début, au temps décompté par le planificateur, ou avec « décompté=non » au temps travaillé. Est dû un septième des heures hebdomadaires du contrat par jour de contrat sans absence validée : un congé laisse le solde comme il est. Si le planificateur donne les heures de tout le planning, ce sont elles qui sont dues, réparties également sur ces jours. La demi-minute est arrondie vers le haut.

    Plancher et plafond sont dans Min et Max et peuvent être négatifs. Une période que la fin du planning coupe est jugée à cette fin. Prix par heure commencée en dehors, à chaque fin et pour chaque limite.
rule-balance-count-text =
    Le nombre de postes choisis reste, pour chacun, près d'une part équitable de ce qui est demandé.

    Soit E le nombre de ces postes que les besoins demandent sur les jours choisis (la cible, ou le minimum s'il est plus haut), et part = quotité × jours de présence, pour les personnes choisies qui peuvent tenir au moins un de ces postes :

    équitable(p) = part(p) / somme des parts × (E + somme des reports) − report(p)

    arrondi inférieur de équitable(p) − tolérance ≤ postes tenus(p) ≤ arrondi supérieur de équitable(p) + tolérance

    La part équitable n'est jamais négative, ni plus grande que le nombre de jours où p peut tenir un tel poste ; le reste est partagé entre les autres. « compteur » nomme le compteur reporté que cette ligne poursuit. Tout ce que les besoins demandent est partagé entre les personnes choisies : nommez toutes celles qui peuvent tenir ces postes. L'historique ne compte que par son compteur.

    Une part fixe par personne, plutôt que l'écart entre le plus et le moins chargé : le prix est une somme de bornes individuelles, il reste exact quand on ne replanifie que quelques personnes, il ne dépend pas de la seule personne la plus mal servie, et chacun peut le calculer à la main avant le planning. Prix par poste au-dessus ou au-dessous.
rule-code-run-text =
    Jours de suite sur les postes choisis : au moins le minimum, au plus le maximum.

    Une suite est la plus longue série de jours consécutifs où la personne commence un de ces postes ; n'importe lequel la prolonge. L'historique en fait partie. Trop longue : les jours au-delà du maximum, comptés à partir de ce que l'historique contient déjà s'il le dépasse. Trop courte : les jours qui manquent au minimum, pour les suites dont les deux bouts sont connus ; ni celle que la fin de la période coupe, ni celle qui commence au premier jour connu ; avec « bords », celles-là aussi, comme si l'autre état se trouvait au-delà des jours connus. Prix par jour.
rule-contract-dates-text =
    Personne ne commence un poste avant le premier jour du contrat, ni après le dernier.

    Les deux jours sont compris. Une nuit qui commence le dernier jour est permise. Prix par poste tenu.
rule-cover-maximum-text =
    Aucun poste n'a plus de monde que son maximum ; là où personne n'est demandé, il est fermé.

    Pour chaque ligne de besoins avec un maximum, chaque jour : personnes présentes ≤ maximum. Un poste qui a des lignes de besoins, mais aucune pour un jour, est fermé ce jour-là, sauf à ceux que la feuille Fixes y place. Prix par personne en trop.
rule-cover-minimum-text =
    Chaque poste a au moins l'effectif sans lequel le service n'est pas assuré (effectif minimum).

    Pour chaque ligne de besoins et chaque jour : personnes présentes ≥ minimum. Une ligne qui nomme une fonction compte celles qui tiennent cette fonction ; une ligne sans fonction compte tout le monde sur le poste. Prix par personne manquante, multiplié par 6 moins la priorité de la ligne (la priorité 1 compte cinq fois, la priorité 5 ou vide une fois). Un minimum impossible à tenir est donc signalé, et le reste du planning se fait quand même, sauf si la ligne est stricte.
rule-cover-target-text =
    Chaque poste a l'effectif souhaité (effectif cible), et pas davantage si cela a un prix.

    Pour chaque ligne de besoins et chaque jour, avec sa cible (le minimum si elle est vide) : « manque » unités par personne manquante, multipliées par 6 moins la priorité de la ligne, et « excédent » unités par personne au-delà de la cible, quelle que soit la priorité. On compte comme pour le minimum. Si le minimum et la cible sont manqués, les deux règles ont leur prix, chacune à son niveau. Les instances publiques de planification par postes s'écrivent poids 1, manque=100, excédent=1.
rule-days-period-text =
    Jours travaillés par période, au moins et au plus.

    Pour chaque personne et chaque période : minimum ≤ nombre de jours choisis de la période où un travail commence ≤ maximum. Le minimum n'est demandé que pour les périodes entières ; pour une période commencée dans l'historique, aux jours qui restent à planifier. Si l'historique dépasse déjà le maximum, seul ce que le planning ajoute est compté. L'astreinte à domicile est du repos (code du travail L.3121-10), sauf avec « à_domicile ». Prix par jour.
rule-fixed-text =
    Les jours imposés sont respectés : la case porte ce seul poste, ou le repos si un repos est imposé.

    Pour chaque ligne de la feuille Fixes ; un code qui n'est pas du travail (congé, repos) impose un jour sans travail. La fonction tenue reste libre. Tant que cette règle est stricte, un jour imposé reste même s'il enfreint une autre règle stricte, qui est alors signalée. Prix par jour imposé non respecté.
rule-forbidden-text =
    Les personnes choisies ne font jamais les postes choisis les jours choisis.

    Un poste appartient au jour où il commence. Sans poste nommé, tout travail est interdit ces jours-là. Prix par poste tenu.
rule-forbidden-succession-text =
    Après un des postes choisis, aucun des postes « puis » ne commence « écart » jours plus tard.

    Pour chaque personne et chaque jour planifié j : pas à la fois un poste de la colonne Postes le jour j − écart et un poste de « puis » le jour j. Écart 1 parle de deux jours de suite, écart 2 du surlendemain, quoi qu'il y ait entre les deux. Le premier poste peut être dans l'historique. Si des jours sont choisis, ce sont ceux du premier poste. Prix par paire.
rule-minutes-average-text =
    Moyenne d'heures par semaine sur des semaines ISO consécutives, au plus.

    Pour chaque personne et chaque suite de n semaines entières, celles de l'historique comprises : somme des minutes travaillées ≤ n × maximum. La fenêtre donne n, en semaines ou en jours ; une semaine commencée compte entière. Si moins de semaines entières sont connues, la moyenne porte sur celles-ci. Les semaines coupées ne sont pas jugées. Avec « minuit », les minutes comptent au jour civil où elles tombent ; sinon tout le poste compte à son jour de début. Les coupures d'au plus « coupure_comptée » sont du temps travaillé. Ce que l'historique dépasse à lui seul n'est pas compté. Prix par heure commencée au-delà de n × maximum.

    Avec « neutralisé », une semaine ISO qui contient un jour entier d'absence ferme ou un jour hors contrat ne compte ni dans la somme ni dans n ; s'il ne reste aucune semaine, rien n'est jugé.
rule-minutes-period-text =
    Heures des postes choisis par période, au moins et au plus.

    Pour chaque personne et chaque période : minimum ≤ somme des minutes ≤ maximum, pour les postes qui comptent un jour de la période. C'est le temps travaillé (pauses déduites), ou avec « décompté » le temps crédité. Avec « minuit », les minutes comptent au jour civil où elles tombent ; sinon tout le poste compte à son jour de début. Les coupures d'au plus « coupure_comptée » sont du temps travaillé. Avec « prorata », les deux limites sont réduites selon la quotité et la part des jours de la période où la personne est là, la demi-minute arrondie vers le haut.

    Le minimum n'est demandé que pour les périodes entières ; pour une période commencée dans l'historique, dans la limite de ce que les jours planifiés peuvent encore apporter (le plus long poste demandé chaque jour). Si l'historique dépasse déjà le maximum, seul ce que le planning ajoute est compté. Prix par heure commencée.
rule-minutes-window-text =
    Heures des postes choisis sur des jours consécutifs, au plus.

    Pour chaque personne et chaque suite de jours de la longueur de la fenêtre, celles qui commencent dans l'historique comprises : somme des minutes travaillées ≤ maximum. Avec « minuit », les minutes comptent au jour civil où elles tombent ; sinon tout le poste compte à son jour de début. Les coupures d'au plus « coupure_comptée » sont du temps travaillé. Si moins de jours sont connus, ils forment une seule suite. Ce que l'historique dépasse à lui seul n'est pas compté. Prix par heure commencée, chaque suite à part.

    Avec « exact », la fenêtre dure autant de fois 24 h, à la minute, où qu'elle commence, et compte la part de chaque poste qui y tombe : celle des postes qui débutent un jour visé, pauses non payées ôtées de leur début (« minuit » est alors sans effet). Sont comptées les fenêtres qui s'ouvrent avec une partie d'un tel poste ou se ferment à la fin d'une ; aucune autre n'en contient davantage.
rule-no-overlap-text =
    Personne ne travaille à deux postes en même temps.

    Pour chaque personne et chaque paire de postes dont un est planifié : aucune minute n'appartient au travail des deux. Un poste par jour n'y suffit pas : une garde de 24 h commencée à 8 h dure encore quand le matin du lendemain commence. La pause d'un service coupé est du temps libre, et un poste peut commencer à la minute où un autre finit. Les astreintes à domicile ne comptent pas, sauf avec « à_domicile ». C'est le temps réel qui compte, par-dessus minuit et les changements d'heure, historique compris. Prix par paire.
rule-off-run-text =
    Jours de repos de suite : au moins le minimum, au plus le maximum.

    Une suite est la plus longue série de jours consécutifs où la personne ne commence aucun poste ; les congés et absences en sont, les jours d'astreinte à domicile aussi (code du travail L.3121-10), sauf avec « à_domicile ». Pour le maximum, un jour d'absence ferme ou hors contrat termine la suite : on ne demande à personne d'interrompre un congé pour travailler. L'historique, les bouts de la période et le prix sont ceux des suites d'un même poste (code_run).
rule-one-per-day-text =
    Personne ne commence deux postes le même jour.

    Pour chaque personne et chaque jour planifié : nombre de postes ≤ 1. Un service coupé est un seul poste, et une nuit appartient au jour où elle commence. Tout planning calculé le respecte par construction, quoi que dise la ligne ; la vérification sert aux plannings faits à la main. Prix par poste en trop.
rule-overtime-cap-text =
    Heures au-delà du contrat, comptées semaine par semaine, au plus : dans une semaine, un mois, une année.

    Pour chaque personne dont le contrat donne c minutes par semaine, et chaque période : somme sur ses semaines ISO de max(0, minutes travaillées − c) ≤ maximum. Une semaine appartient à la période où elle finit. Avec « ensemble », c'est la somme de toutes les personnes choisies qui est limitée. Ce qui manque à une semaine n'en rattrape pas une autre : les heures supplémentaires se comptent par semaine. Un poste compte à son jour de début. Une semaine coupée est jugée sur ce qu'on en connaît. Ce que l'historique dépasse à lui seul n'est pas compté. Prix par heure commencée.
rule-priority-text =
    Priorité entre agents : les souhaits de certains pèsent plus que ceux des autres.

    Chaque agent choisi (selon l'ancienneté, la situation, l'équipe…) a un rang : « facteur », ou avec « compteur » le chiffre qu'il reporte sous ce nom, par exemple ses années de service ; sans chiffre, ou au-dessous de 1, le rang est 1. Un souhait d'un agent de rang r pèse r fois ce qu'il dit : s'il n'est pas accordé, il coûte ici (r − 1) fois sa force, en plus de sa force dans « desiderata ». C'est là qu'est dit quand un souhait est accordé ; un souhait au-delà d'un quota pèse ici tout de même. Une ligne par rang ; avec un rang plus grand que tout ce que les autres pourraient souhaiter ensemble, ces souhaits passent avant quoi que souhaitent les autres. Strict, tout souhait de ces agents dont le rang dépasse 1 est accordé.
rule-requests-text =
    Vœux de faire, ou de ne pas faire, certains postes un jour donné.

    Un vœu de travailler est accordé si un de ses postes commence ce jour-là ; un vœu de ne pas travailler, si aucun n'y commence ; un vœu sans poste parle de tout travail. Chaque vœu non accordé coûte sa propre force multipliée par le poids de la règle.

    Avec « quota », chacun a autant de points par période (Fenêtre, le mois sinon) et un vœu dépense sa force : dans l'ordre de la feuille, un vœu pour lequel il ne reste pas assez de points ne compte pas ; un vœu plus faible après lui peut encore compter. La lecture du classeur nomme les vœux qui ne comptent pas.
rule-reach-time-text =
    D'astreinte, seulement ceux qui sont à temps sur place.

    La feuille des agents dit en combien de minutes chacun peut y être (Délai d'intervention). Sur les postes choisis (ceux de nature astreinte, si aucun n'est nommé), seulement des personnes dont le délai est connu et ≤ maximum. Prix par poste tenu.
rule-rest-away-text =
    Repos après les postes qui finissent loin de la résidence (découchés) : leur durée, et leur nombre par période.

    Les postes choisis sont ceux après lesquels on ne dort pas chez soi ; sans aucun, tous le sont. Pour chaque paire d'un poste a et d'un poste plus tardif b d'une même personne, b étant planifié : début de b − fin de a ≥ minimum si a est l'un d'eux, et ≥ « à_la_résidence » sinon (14 h chez soi, par exemple). Nombre de postes qui finissent loin de la résidence dans une période ≤ « fois » ; ce que l'historique dépasse à lui seul n'est pas compté. Heures réelles. Prix par paire selon les heures manquantes, toute heure commencée comptant entière, et par poste de trop.
rule-required-skill-text =
    Qui tient un poste en a les compétences, et celle de la fonction tenue, du début à la fin.

    Pour chaque poste tenu : chaque compétence exigée, et celle de la fonction tenue, est détenue au jour du début et à celui de la fin (un permis qui expire le samedi ne couvre pas la nuit de samedi à dimanche, un permis qui commence le dimanche non plus) ; et si tous les besoins d'un poste nomment des fonctions, la personne en tient une. Prix par poste tenu.
rule-rest-between-text =
    Au moins le minimum entre la fin d'un poste et le début de tout poste suivant.

    Pour chaque paire de postes a puis b d'une même personne : début(b) − fin(a) ≥ minimum. La règle parle des paires dont b est un des postes choisis et commence dans la période ; a peut être dans l'historique. Ce sont des minutes réelles, par-delà minuit et les changements d'heure. Prix par paire, en heures manquantes, toute heure commencée étant comptée.

    Avec « réduit », un repos peut descendre à cette durée : on ne compte alors que ce qui lui manque. Des paires dont le repos va de cette durée à moins du minimum, au plus « fois » ont leur second poste dans une même période (la semaine, sinon celle de la fenêtre) ; celles que l'historique a déjà au-delà ne sont pas comptées. Prix par paire de trop.

    L'astreinte à domicile est du repos (code du travail, L.3121-10) : les postes de cette nature n'interrompent rien ici, sauf avec « à_domicile ». Le temps d'une intervention est un poste à lui.
rule-rest-days-window-text =
    Jours de repos par période, ou sur des jours consécutifs, au moins.

    Pour chaque personne et chaque fenêtre : nombre de jours choisis où aucun travail ne commence ≥ minimum. Les fenêtres sont toutes les suites de jours de cette longueur, celles qui commencent dans l'historique comprises ; ou bien les périodes nommées. Seules les fenêtres entières sont jugées. Ce que l'historique rend impossible n'est pas compté : au plus un repos est demandé par jour planifié. Prix par jour.

    Avec « consécutifs », ce nombre de ces repos se suivent dans la fenêtre ; avec « dimanche », l'un de ceux-là est un dimanche (seul : un dimanche de repos). Si l'historique n'en laisse plus la place, ou si les jours choisis n'en offrent pas, rien n'est compté. Prix par fenêtre.

    Les congés comptent comme repos. Avec « congé_repos=non », les jours d'absence validée (et ceux hors contrat) n'en sont pas, et le minimum baisse de leur part dans la fenêtre, arrondi à l'unité inférieure. L'astreinte à domicile est du repos (code du travail L.3121-10), sauf avec « à_domicile ». Avec « jours_entiers », le jour où se termine un poste de la veille n'est pas non plus un jour de repos.
rule-rest-blocks-text =
    Repos groupés par période, au moins : par exemple des repos doubles par an.

    Un groupe est la plus longue suite de jours de repos consécutifs, d'au moins « longueur » jours ; il appartient à la période où il commence et compte pour un, quelle que soit sa longueur. Pour chaque personne et chaque période entière : nombre de groupes ≥ minimum. Avec « week_end », qui demande deux jours, on compte à la place les dimanches de la période qui sont de repos avec le samedi qui précède ou le lundi qui suit. Combien d'heures doit durer un tel repos relève de la règle « durée des repos périodiques ».

    Les congés comptent comme repos. Avec « congé_repos=non », les jours d'absence validée (et ceux hors contrat) n'en sont pas, et le minimum baisse de leur part dans la période, arrondi à l'unité inférieure. L'astreinte à domicile est du repos (code du travail L.3121-10), sauf avec « à_domicile ». Avec « jours_entiers », le jour où se termine un poste de la veille n'est pas non plus un jour de repos. Dans une période commencée dans l'historique, il n'est pas demandé aux jours à planifier plus d'un groupe par « longueur » + 1 jours (un dimanche par sept jours). Prix par groupe.
rule-shifts-period-text =
    Nombre de postes choisis par période, au moins et au plus.

    Pour chaque personne et chaque période : minimum ≤ nombre de ces postes qui commencent un des jours choisis ≤ maximum. Le minimum n'est demandé que pour les périodes entières ; pour une période commencée dans l'historique, aux jours qui restent à planifier (un poste par jour). Si l'historique dépasse déjà le maximum, seul ce que le planning ajoute est compté. Prix par poste.
rule-shifts-window-text =
    Nombre de postes choisis sur des jours consécutifs, au plus.

    Pour chaque personne et chaque suite de jours de la longueur de la fenêtre, celles qui commencent dans l'historique comprises : nombre de ces postes qui commencent un des jours choisis ≤ maximum. Si moins de jours sont connus, ils forment une seule suite. Ce que l'historique dépasse à lui seul n'est pas compté. Prix par poste, chaque suite à part.
rule-span-max-text =
    Du premier début à la dernière fin du travail d'un jour, au plus le maximum (amplitude).

    Pour chaque personne et chaque jour planifié : fin du dernier poste commencé ce jour-là, moins début du premier, ≤ maximum ; la coupure d'un service coupé compte. Ce sont des minutes réelles, par-delà minuit et les changements d'heure. Seuls les postes choisis sont regardés. Fonction publique de l'État : 12 h (décret 2000-815, art. 3) ; hôpitaux : 10 h 30 en travail discontinu (décret 2002-9). Prix en heures au-delà, toute heure commencée étant comptée.
rule-weekend-complete-text =
    Samedi et dimanche travaillés tous les deux, ou libres tous les deux.

    Pour chaque personne et chaque week-end du planning : un des postes choisis commence le samedi si et seulement si un d'eux commence le dimanche. Un week-end commencé dans l'historique est jugé avec son samedi tel qu'il était ; un week-end dont un jour n'est pas connu n'est pas jugé. Prix par week-end.
rule-weekends-max-text =
    Week-ends travaillés, au plus.

    Pour chaque personne : nombre de week-ends où un des postes choisis commence le samedi ou le dimanche ≤ maximum ; sur les week-ends du planning, ou sur n week-ends consécutifs, ceux de l'historique compris, si la fenêtre donne n (en semaines, ou en jours ; une semaine commencée compte entière). Avec « nuit_vendredi », un poste du vendredi qui finit après samedi 00:00 compte aussi, si le samedi ou le dimanche est connu. Un week-end dont un seul jour est connu compte par ce jour. Les week-ends de l'historique au-delà du maximum ne sont pas comptés. Prix par week-end.
rule-weekly-rest-text =
    Un repos d'au moins le minimum dans chaque fenêtre.

    La fenêtre est la semaine ISO, ou toute suite de jours de la longueur donnée. Le repos est le temps entre la fin d'un poste et le début du suivant ; tout compte, mais au moins le minimum moins 11 h (le repos quotidien qui s'y ajoute) doit être dans la fenêtre : un dimanche libre entre samedi soir et lundi matin est le repos de cette semaine. Le temps avant le premier poste connu et après le dernier compte comme libre. Les fenêtres coupées par les jours connus ne sont pas jugées. Celle qui finit la veille du planning l'est : son repos peut encore être en cours. Si les postes de l'historique à eux seuls ne laissent pas de place au repos d'une fenêtre, rien n'est compté. Prix par fenêtre.

    Avec « dimanche », les fenêtres sont les semaines ISO et le repos contient leur dimanche entier, de minuit à minuit, au lieu de cette part ; la colonne fenêtre reste alors vide. L'astreinte à domicile est du repos (code du travail, L.3121-10), sauf avec « à_domicile ».
rule-work-period-text =
    Heures de travail entre deux repos (grande période de travail), au plus.

    Une période prend fin à un repos d'au moins « repos » heures entre la fin d'un service et le début du suivant (36 h pour un repos périodique de 24 h plus un repos journalier de 12 h) : une case vide après une soirée et avant un matin peut ne pas suffire, et il arrive qu'aucune case vide ne soit nécessaire. Sans « repos », elle prend fin à un jour où aucun poste ne commence. Somme des minutes de ses postes, chacun compté entier, ≤ maximum. Heures réelles ; les coupures d'au plus « coupure_comptée » sont du temps travaillé. Le nombre de jours relève des « jours d'une grande période ».

    Un congé compte comme repos. Avec « congé_repos=non », il n'en est pas un et ne met pas fin à la période : le repos doit tenir d'un seul tenant en dehors des jours d'absence validée. L'astreinte à domicile est du repos (code du travail L.3121-10), sauf avec « à_domicile ».

    Une période commencée dans l'historique compte depuis son premier service connu ; ce qu'elle y dépasse déjà n'est pas compté. Celle que la fin du planning coupe est jugée sur ce qu'elle contient. Prix par heure commencée, une fois par période.
rule-work-period-days-text =
    Jours de travail entre deux repos (grande période de travail), au plus.

    Une période prend fin comme pour la « grande période de travail » : à un repos d'au moins « repos » heures, ou sans cela à un jour de repos ; un congé en est un, sauf « congé_repos=non », l'astreinte à domicile aussi, sauf « à_domicile ». Nombre de jours où commence un poste de la période ≤ maximum. Un jour vide trop court pour être un repos ne compte pas, mais ne remet pas non plus le compte à zéro : avec 36 h, trois soirées, un jour vide et quatre matins font une période de sept jours.

    Une période commencée dans l'historique compte depuis son premier service connu ; ce qu'elle y dépasse déjà n'est pas compté. Prix par jour au-delà, une fois par période.
rule-work-period-least-text =
    Jours de travail entre deux repos (grande période de travail), au moins.

    Une période prend fin comme pour la « grande période de travail » : à un repos d'au moins « repos » heures, ou sans cela à un jour de repos ; un congé en est un, sauf « congé_repos=non », l'astreinte à domicile aussi, sauf « à_domicile ». Nombre de jours où commence un poste de la période ≥ minimum.

    Sont jugées les périodes finies : par un autre poste après un repos, ou par un repos jusqu'à la fin du planning. Aucune n'est dite trop courte si elle l'est peut-être à cause d'une absence ou de jours inconnus : celle qu'aucun repos ne sépare d'un jour d'absence validée, d'un jour hors contrat ou des jours d'avant l'historique (le premier jour connu en fait partie, une nuit pouvant s'y terminer) ; ni celle qui était interrompue à la veille du planning. Prix par jour manquant, une fois par période.
rule-night-periods-text =
    Jamais deux grandes périodes de nuit de suite.

    Une période prend fin comme pour la « grande période de travail » : à un repos d'au moins « repos » heures, ou sans cela à un jour de repos ; un congé en est un, sauf « congé_repos=non », l'astreinte à domicile aussi, sauf « à_domicile ». Elle est de nuit si au moins la moitié de ses postes sont des nuits : les postes de « nuits », ou ceux de la nature nuit si rien n'est nommé. Une période en cours est jugée sur ce qu'elle contient, une période de l'historique sur ce qu'on en connaît. Prix par période qui a un poste planifié et qui est de nuit comme la précédente.
rule-shift-share-text =
    Par période, les postes d'un type font au plus tant pour cent de tous les postes.

    Parmi les postes que les personnes choisies commencent les jours choisis, toutes ensemble : ceux qui comptent ≤ maximum pour cent de tous. Les postes choisis comptent ; avec « amplitude », seulement ceux dont l'amplitude, de la première prise à la dernière fin à l'horloge, est plus longue ; avec « parties », seulement ceux d'autant de vacations ou plus. L'astreinte à domicile n'est pas un poste ici. L'historique de la période en fait partie ; ce qu'il dépasse à lui seul n'est pas compté. Prix par poste en trop, tout poste commencé comptant entier.
rule-rest-after-period-text =
    Après une grande période de travail de tant de jours, un repos d'au moins le minimum.

    Une période prend fin comme pour la « grande période de travail » : à un repos d'au moins « repos » heures, ou sans cela à un jour de repos ; un congé en est un, sauf « congé_repos=non », l'astreinte à domicile aussi, sauf « à_domicile ». Si des postes de la période commencent sur « jours » jours ou plus, le repos avant le poste suivant, s'il est du planning, dure au moins le minimum ; là où le congé n'est pas un repos, d'un seul tenant en dehors de lui. Une période commencée avant les jours connus compte depuis son premier service connu. En minutes réelles. Prix une fois par période.
rule-work-run-text =
    Jours travaillés de suite : au moins le minimum, au plus le maximum.

    Une suite est la plus longue série de jours consécutifs où la personne commence un poste, quel qu'il soit. L'astreinte à domicile est du repos (code du travail L.3121-10), sauf avec « à_domicile ». L'historique, les bouts de la période et le prix sont ceux des suites d'un même poste (code_run).
