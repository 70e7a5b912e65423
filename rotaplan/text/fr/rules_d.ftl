rule-apart = incompatibilité
rule-apart-breach = { $dates } : { $measured } personnes à séparer travaillent ensemble ({ $shift }), { $limit } au plus.
rule-apart-text =
    Parmi les personnes choisies, jamais deux sur le même poste le même jour (incompatibilité).

    Pour chaque jour choisi et chaque poste choisi : personnes choisies qui le tiennent ≤ maximum (1 si la case est vide). Avec « ensemble », les postes choisis sont comptés en bloc : jamais deux de ces personnes de service le même jour, quel que soit le poste. Une ligne sépare un groupe de personnes. Prix par personne en trop.
rule-together = binôme
rule-together-breach = { $person } tient { $shift } sans son binôme ({ $dates }).
rule-together-text =
    Les personnes choisies tiennent toujours le même poste le même jour (binôme).

    Pour chaque paire de ces personnes, chaque jour choisi où les deux sont là (sous contrat et sans absence de la journée) et chaque poste choisi : les deux le tiennent, ou aucune. Une ligne réunit un groupe de personnes. Prix par poste que l'une tient sans l'autre.
rule-team-block = équipe constituée
rule-team-block-breach = { $person } : { $shift } sépare l'équipe ({ $dates }).
rule-team-block-text =
    Les personnes d'une même équipe tiennent le même poste, ou sont toutes en repos.

    Les équipes sont celles de la feuille Agents ; qui n'a pas d'équipe n'est pas concerné. Chaque jour choisi, parmi les membres d'une équipe qui sont là (sous contrat et sans absence de la journée), chacun est comparé au premier d'entre eux dans l'ordre de la feuille : les deux tiennent un poste choisi, ou aucun. Prix par poste que l'un des deux tient sans l'autre.

rule-weekend-identical = même poste le week-end
rule-weekend-identical-breach = { $person } : postes différents les deux jours du week-end ({ $shift }, { $dates }).
rule-weekend-identical-text =
    Le même poste le samedi et le dimanche, quand les deux sont travaillés.

    Pour chaque personne et chaque week-end du planning : si un des postes choisis commence le samedi et un le dimanche, c'est le même code, quelle que soit la fonction. Un week-end dont un seul jour est travaillé relève de « Week-end entier ». Un week-end commencé dans l'historique est jugé avec son samedi tel qu'il fut. Prix par week-end.
rule-weekend-every = un week-end de repos sur n
rule-weekend-every-breach = { $person } : { $measured } week-end(s) de repos dans la fenêtre, { $limit } au moins (travail : { $dates }).
rule-weekend-every-text =
    Au moins « minimum » week-ends de repos dans toute suite de week-ends (un sur deux, par exemple).

    Pour chaque personne et chaque suite de n week-ends, n étant le nombre de semaines commencées de la fenêtre : week-ends où aucun poste choisi ne commence, ni le samedi ni le dimanche ≥ minimum. Les suites commencées dans l'historique comptent ; celles dont on connaît moins de week-ends ne sont pas jugées. Ce que l'historique rend à lui seul impossible n'est pas compté. Prix par week-end.
rule-weekend-run = week-ends consécutifs
rule-weekend-run-breach = { $person } : { $measured } week-ends de suite ({ $dates }) au lieu de { $limit }.
rule-weekend-run-text =
    Week-ends travaillés de suite, au plus ; week-ends de repos de suite, au moins.

    Un week-end est travaillé si un des postes choisis commence le samedi ou le dimanche ; avec « vendredi », le vendredi d'avant en est, avec « lundi », le lundi d'après. Celui dont un seul jour est connu compte par ce jour. Maximum : week-ends travaillés de suite. Minimum : week-ends de repos de suite entre deux week-ends travaillés. « travaillés » demande au moins tant de week-ends travaillés de suite. L'historique fait partie des suites. Trop longue : les week-ends au-delà du maximum, comptés à partir de ce que l'historique contient déjà s'il le dépasse. Trop courte : les week-ends qui manquent, pour les suites dont les deux bouts sont connus ; avec « bords », pour toutes. Prix par week-end.
rule-no-night-before-off-weekend = pas de nuit avant un week-end de repos
rule-no-night-before-off-weekend-breach = { $person } : { $shift } le vendredi, puis week-end de repos ({ $dates }).
rule-no-night-before-off-weekend-text =
    Pas de nuit le vendredi qui précède un week-end de repos : un week-end libre commence le vendredi soir.

    Pour chaque personne et chaque week-end dont vendredi, samedi et dimanche sont planifiés : si aucun travail ne commence le samedi ni le dimanche, aucun poste choisi (les postes de nuit, si rien n'est choisi) ne commence le vendredi. Prix par week-end.
rule-sundays = dimanches de repos
rule-sundays-breach = { $person } : { $measured } dimanche(s) de repos, { $limit } au moins (travail : { $dates }).
rule-sundays-text =
    Dimanches de repos par période, ou dans toute suite de jours, au moins.

    Pour chaque personne et chaque fenêtre : dimanches où aucun poste choisi ne commence ≥ minimum. Avec « nuit_samedi », un travail commencé le samedi et fini le dimanche prend aussi le dimanche. Les fenêtres sont toutes les suites de jours données par « fenêtre », celles qui commencent dans l'historique comprises ; sinon les périodes nommées. Seules les fenêtres entières sont jugées. On ne demande pas plus que ce que l'historique laisse possible. Prix par dimanche.

param-worked = travaillés
param-saturday-night = nuit_samedi

rule-near-leave = veille et retour de congé
rule-near-leave-breach = { $person } : { $shift } trop près d'un congé ({ $dates }).
rule-near-leave-text =
    Aucun poste choisi juste avant un congé, ni juste après.

    Pour chaque personne et chaque suite de jours d'absence ferme d'au moins « minimum » jours : aucun poste choisi ne commence les « avant » jours qui précèdent le premier, ni les « après » jours qui suivent le dernier. Un poste n'est compté qu'une fois, quel que soit le nombre de congés voisins ; l'historique n'est pas jugé. Prix par poste.
rule-holidays-share = jours fériés travaillés
rule-holidays-share-breach = { $person } : { $measured } jours fériés travaillés, { $limit } au plus ({ $dates }).
rule-holidays-share-text =
    Jours fériés travaillés, au plus.

    Pour chaque personne et chaque période : jours fériés où un des postes choisis commence, plus le compteur reporté si « compteur » en nomme un ≤ maximum. Si des jours sont choisis, ce sont eux qui comptent, à la place de tous les jours fériés : une ligne pour le 25 décembre, avec le compteur des Noëls passés, fait alterner les personnes. Ce que l'historique et le compteur dépassent déjà n'est compté que pour ce que le planning ajoute. Prix par jour.
rule-tutor = tutorat
rule-tutor-breach = { $person } : { $shift } sans tuteur ({ $dates }).
rule-tutor-text =
    Les personnes en formation ne tiennent les postes choisis qu'à côté d'un tuteur.

    Pour chaque jour choisi et chaque poste choisi : personnes en formation (celles de la colonne Qui) qui le tiennent ≤ ratio × tuteurs qui le tiennent. « tuteurs » choisit des personnes par nom, compétence, fonction… ; qui est en formation n'est pas tuteur. Prix par personne sans tuteur.
rule-group-mix = mixité d'équipe
rule-group-mix-breach = { $dates } : { $measured } personne(s) du groupe sur { $shift } au lieu de { $limit }.
rule-group-mix-text =
    Au moins, et au plus, tant de personnes d'un groupe sur chaque poste (pas que des débutants).

    Pour chaque jour choisi et chaque poste choisi : minimum ≤ personnes choisies qui le tiennent ≤ maximum. Le minimum n'est demandé que les jours où les besoins demandent le poste. Avec « ensemble », les postes choisis sont comptés en bloc. Prix par personne.
rule-continuity = continuité
rule-continuity-breach = { $person } ne reprend pas { $shift } le lendemain ({ $dates }).
rule-continuity-text =
    La même personne sur le même poste, jour après jour, tant que le poste tourne.

    Pour chaque personne et chaque jour choisi : si elle tenait la veille un des postes choisis, historique compris, et que les besoins demandent encore ce poste ce jour, elle le tient à nouveau. Les jours d'absence et hors contrat ne comptent pas. Prix par jour où un poste change de mains.

param-before = avant
param-after = après
param-tutors = tuteurs
param-ratio = ratio

rule-balance-minutes = équilibre des heures
rule-balance-minutes-breach = { $person } : { $measured } { $shift } alors que la part équitable s'arrête à { $limit }.
rule-balance-minutes-text =
    Les heures de chacun sur les postes choisis restent près d'une part équitable de ce qui est demandé.

    La part équitable est celle de « Équilibre des postes », chaque poste demandé pesant ses minutes : le temps travaillé, pauses déduites, ou avec « décompté » le temps que vous décomptez. Permis : les heures d'une personne entre cette part moins la tolérance (case Max) et cette part plus la tolérance. « compteur » nomme le compteur de minutes reporté. Aucune part ne dépasse un poste par jour, le plus long qui lui est ouvert. Prix par heure commencée au-dessus ou au-dessous.
rule-balance-points = équilibre des points de pénibilité
rule-balance-points-breach = { $person } : { $measured } points de pénibilité alors que la part équitable s'arrête à { $limit } ({ $dates }).
rule-balance-points-text =
    Les points de pénibilité de chacun restent près d'une part équitable de ce qui est demandé.

    La part équitable est celle de « Équilibre des postes », chaque poste demandé pesant ses points de pénibilité (feuille Postes). Permis : entre arrondi inférieur de la part − tolérance et arrondi supérieur de la part + tolérance. « compteur » nomme le compteur de points reporté. Prix par point au-dessus ou au-dessous.
rule-balance-worst = équité max-min
rule-balance-worst-breach = { $person } est la personne la plus au-dessus de sa part : { $measured } postes { $shift }, { $limit } au plus.
rule-balance-worst-text =
    La personne la plus au-dessus de sa part équitable des postes choisis l'est aussi peu que possible.

    La part équitable est celle de « Équilibre des postes », quotité et présence comprises. Seule la personne la plus mal servie a un prix : le plus grand, sur toutes les personnes, de (postes tenus − arrondi supérieur de la part), moins la tolérance, s'il est positif. À côté d'une ligne « Équilibre des postes », cette règle évite que le dernier poste tombe sur qui en a déjà le plus. Prix par poste de cette personne.
rule-wish-equity = équité des vœux
rule-wish-equity-breach = { $person } est la personne aux vœux les plus refusés : force { $measured } au total, { $limit } au plus ({ $dates }).
rule-wish-equity-text =
    Personne n'a beaucoup plus de vœux refusés que les autres : la personne la plus mal servie compte.

    Pour chaque personne : somme des forces des vœux non accordés (un vœu est accordé comme dans « Desiderata »). Seule la personne la plus mal servie a un prix : la plus grande de ces sommes, moins la tolérance, si elle est positive. Prix par unité de force.

rule-oncall-limits = plafonds d'astreinte
rule-oncall-limits-breach = { $person } : { $measured } astreintes ou week-ends d'astreinte, { $limit } au plus ({ $dates }).
rule-oncall-limits-text =
    Astreintes et week-ends d'astreinte d'une personne par période, au plus.

    Comptent les postes choisis ou, si rien n'est choisi, ceux des familles astreinte et garde. Pour chaque personne et chaque période : astreintes qui y commencent ≤ maximum ; week-ends avec une astreinte le samedi ou le dimanche ≤ « week_ends », un week-end appartenant à la période de son samedi (de son dimanche si le samedi n'est pas connu). Ce que l'historique dépasse déjà n'est compté que pour ce que le planning ajoute. Prix par astreinte et par week-end. Les heures d'astreinte sont une ligne « Heures par période » qui nomme ces postes.
rule-reserve = réserve
rule-reserve-breach = { $dates } : { $measured } personne(s) en réserve { $shift }, { $limit } au moins.
rule-reserve-text =
    Au moins tant de personnes en réserve chaque jour.

    Pour chaque jour choisi : personnes choisies sur un des postes choisis (ceux de la famille réserve, si rien n'est choisi) ≥ minimum. Si la réserve demande une qualité, choisissez les personnes par compétence, fonction ou statut. Prix par personne manquante.
rule-preferred-person = agent préféré
rule-preferred-person-breach = { $person } tient { $shift }, préféré pour d'autres ({ $dates }).
rule-preferred-person-text =
    Les postes choisis vont aux personnes choisies plutôt qu'à d'autres, ou à d'autres plutôt qu'à elles.

    Les jours choisis, avec « choix » = préférer : un poste choisi que quelqu'un d'autre tient est compté. Avec « choix » = éviter : celui que tient une des personnes choisies. Une ligne stricte leur réserve ces postes, ou les en exclut. Prix par poste.
rule-usual-hours = horaires habituels
rule-usual-hours-breach = { $person } : { $shift } commence à { $measured } de l'heure habituelle, { $limit } au plus ({ $dates }).
rule-usual-hours-text =
    Les postes commencent près de l'heure habituelle des personnes choisies.

    Pour chaque poste choisi un jour choisi : son début à l'horloge est à « maximum » au plus de « début », avant ou après, par le plus court chemin autour de minuit. Prix par heure au-delà, toute heure commencée comptant.

param-weekends = week_ends
param-choice = choix
param-start = début
choice-prefer = préférer
choice-avoid = éviter

rule-cost = coût, budget
rule-cost-breach = { $limit ->
        [0] { $person } coûte { $measured } ({ $dates }).
       *[other] Le planning coûte { $measured }, { $limit } au plus.
    }
rule-cost-text =
    Les heures au coût horaire de chacun, au moins cher possible ; ou dans un budget.

    Sur les jours planifiés choisis et les postes choisis : heures travaillées, pauses déduites (ou avec « décompté » celles que vous décomptez) × coût horaire. Sans maximum, la somme de chaque personne est comptée. Avec un maximum, seulement ce que toutes ensemble coûtent au-delà : une ligne stricte est alors un budget. Qui n'a pas de coût horaire connu ne coûte rien. Prix par unité monétaire commencée, de chaque personne ou de l'ensemble.
rule-premium = majorations
rule-premium-breach = { $person } : { $measured } de majorations ({ $dates }).
rule-premium-text =
    Majorations des heures de nuit, de dimanche, de jour férié.

    Pour les postes choisis du planning : les minutes qui tombent un jour choisi, entre « début » et « fin » à l'horloge, à « taux » pour cent du coût horaire. Si la fin n'est pas après le début, les heures vont jusqu'au lendemain matin et appartiennent au jour où elles commencent. Les pauses non payées ne sont pas déduites : leur heure n'est pas connue. Prix par unité monétaire commencée, chaque personne à part.
rule-external = renfort extérieur
rule-external-breach = Renforts { $shift } : { $measured } postes, { $limit } au plus ({ $dates }).
rule-external-text =
    Postes tenus par des renforts (intérim, vacataires), au plus.

    Choisissez les personnes par statut ou par contrat. Pour chaque période : postes choisis que toutes ces personnes ensemble commencent un jour choisi ≤ maximum ; avec un maximum de 0, chacun de leurs postes est compté. Ce que l'historique dépasse déjà n'est compté que pour ce que le planning ajoute. Prix par poste.
rule-activation = agents mobilisés
rule-activation-breach = { $person } est mobilisé { $shift } ({ $dates }).
rule-activation-text =
    Peu d'agents mobilisés : chaque personne qui travaille dans une période a un prix.

    Pour chaque période et chaque personne : compté une fois si un des postes choisis commence un jour choisi et planifié de la période ; non compté si c'était déjà le cas dans l'historique de la même période. Prix par personne et par période. Une ligne stricte laisse ces personnes tout à fait libres.

param-rate = taux
param-end = fin
