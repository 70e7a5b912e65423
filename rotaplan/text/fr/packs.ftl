# Les textes de droit : ce que demande chaque article, et ce qu'aucune règle ne sait encore dire.
pack-title-base = Règles de base
pack-title-ct = Code du travail
pack-title-fp-edt = Fonction publique de l'État et territoriale
pack-title-fph = Fonction publique hospitalière
pack-title-gb-dom = Conducteurs d'autobus, Grande-Bretagne
pack-title-rail-755 = Transport ferroviaire
pack-title-sncf-2016 = SNCF, agents sédentaires
pack-title-tpu = Transport public urbain
pack-title-ue = Union européenne
pack-title-uk-wtr = Royaume-Uni
pack-status-verified = vérifié
pack-status-secondary = source secondaire
pack-status-unverified = non vérifié
pack-article-unverified = n° d'article non vérifié
pack-citation = { $id } · { $details }
pack-note = { $label }. { $derogation }
pack-derogation = Dérogation possible : { $kinds }.
pack-derogation-to = Dérogation possible : { $kinds } ; limite { $limit }.
pack-derogation-to-unverified = Dérogation possible : { $kinds } ; limite { $limit } (non vérifié).
pack-kind-decret = décret
pack-kind-accord = accord
pack-kind-exceptionnelle = circonstances exceptionnelles
pack-kind-accord-agent = accord de l'agent
pack-kind-autorisation = autorisation
pack-legend = Articles que les règles de ce classeur ne contrôlent pas
pack-legend-status = À valider par votre service RH ou juridique.
pack-legend-article = Article
pack-legend-why = Ce qu'il demande, et pourquoi
pack-reference-title = Textes de droit
pack-reference-intro = Un texte s'ajoute au classeur avec `rotaplan init --pack NOM` : une ligne de règle par article, pour les agents de son régime. Non vérifié : chiffre de mémoire. Source secondaire : lu dans un document qui rapporte le texte. À valider par votre service RH ou juridique.
pack-reference-rows = | Référence | Règle | Limite | Demande |
pack-reference-missing = Articles qu'aucune règle ne contrôle :

pack-base-1j = Une affectation par jour ; jamais dérogeable
pack-base-contrat = Aucun travail hors du contrat ; jamais dérogeable
pack-base-absence = Aucun travail pendant une absence validée ; jamais dérogeable
pack-base-hab = Habilitation ou permis valide à la fin du poste ; jamais dérogeable
pack-base-aptitude = Restriction médicale et postes interdits ; jamais dérogeable
pack-base-fixe = Affectations imposées et cellules verrouillées ; jamais dérogeable
pack-base-chevauchement = Jamais deux postes en même temps ; jamais dérogeable

pack-ue-rj = Repos d'au moins 11 h consécutives par 24 h
pack-ue-pause = Une pause dès que le travail du jour dépasse 6 h ; sa durée est fixée par chaque État
pack-ue-rh = 24 h de repos plus les 11 h quotidiennes, dans chaque semaine ; leur place y est libre
pack-ue-48 = 48 h par semaine en moyenne sur 4 mois (17 semaines)
pack-ue-ca = Quatre semaines de congés payés par an : les congés sont une donnée du classeur, pas une règle
pack-ue-nuit = Travail de nuit : 8 h par 24 h en moyenne, repos hebdomadaire déduit, soit 48 h par semaine ; nommez les travailleurs de nuit dans Qui
pack-ue-nuit-abs = Travail de nuit dangereux ou pénible : 8 h au plus par 24 h ; nommez ces postes, ou ces agents

pack-ct-j10 = 10 h de travail par jour
pack-ct-s48 = 48 h de travail par semaine civile
pack-ct-12s44 = 44 h par semaine en moyenne sur 12 semaines consécutives
pack-ct-rj11 = 11 h de repos quotidien
pack-ct-rh35 = 24 h de repos hebdomadaire plus 11 h, dans chaque semaine civile
pack-ct-6j = Six jours de travail au plus par semaine civile ; davantage de suite reste possible sur deux semaines
pack-ct-pause = 20 min de pause dès que le travail atteint 6 h
pack-ct-amp = Amplitude de 13 h, conséquence des 11 h de repos
pack-ct-nuit = Période de nuit de 21 h à 6 h : définition ; la nature « nuit » des postes en tient lieu
pack-ct-tn = Travailleur de nuit (3 h de nuit deux fois par semaine, ou 270 h par an) : le statut n'est pas calculé
pack-ct-tn8 = Travailleur de nuit : 8 h par poste de nuit ; nommez les travailleurs de nuit dans Qui
pack-ct-tn40 = Travailleur de nuit : 40 h par semaine en moyenne sur 12 semaines ; nommez les travailleurs de nuit dans Qui
pack-ct-prev7 = Changements d'horaires notifiés 7 jours avant : concerne les changements, pas le planning
pack-ct-tp = Temps partiel : 7 jours de prévenance : concerne les changements, pas le planning
pack-ct-hs = Contingent annuel de 220 h supplémentaires, sauf accord, au-delà du contrat de chaque semaine : à activer où cela s'applique ; les majorations sont un coût

pack-fp-s48 = 48 h au cours d'une même semaine, heures supplémentaires comprises
pack-fp-12s44 = 44 h en moyenne sur 12 semaines consécutives
pack-fp-rh35 = 35 h de repos hebdomadaire
pack-fp-j10 = 10 h de travail par jour
pack-fp-rj11 = 11 h de repos quotidien
pack-fp-amp12 = Amplitude de 12 h
pack-fp-pause20 = Aucun temps de travail n'atteint 6 h sans 20 min de pause
pack-fp-derog-b = Circonstances exceptionnelles, durée limitée, décision du chef de service : à inscrire dans la feuille Dérogations
pack-fp-rh-dim = Repos hebdomadaire comprenant en principe le dimanche : un principe, sans nombre à contrôler
pack-fp-nuit = Travail de nuit, de 22 h à 5 h ou 7 h de suite entre 22 h et 7 h : définition ; la nature « nuit » en tient lieu
pack-fp-an1607 = 1 607 h par an à temps complet, heures supplémentaires non comprises : le classeur ne les distingue pas
pack-fp-ast11 = 11 h de repos après une intervention d'astreinte : donner aux interventions un poste à elles, puis une ligne de repos après astreinte
pack-fp-hs25 = 25 h supplémentaires par mois au plus, au-delà du contrat de chaque semaine : à activer où cela s'applique
pack-fp-ca = Congés : droits, fractionnement, 31 jours de suite ; données du classeur
pack-fp-ast = Astreintes et permanences : délibération préalable ; rien à contrôler dans le planning

pack-fph-7j48 = 48 h sur toute période de 7 jours, heures supplémentaires comprises
pack-fph-s44 = 44 h par semaine hors heures supplémentaires, en cycle irrégulier : à activer dans ce cas
pack-fph-rj12 = 12 h de repos quotidien
pack-fph-rh36 = 36 h de repos hebdomadaire
pack-fph-4rh = Quatre jours de repos par quatorzaine
pack-fph-4rh-dim = Un dimanche de repos par quatorzaine
pack-fph-j9-n10 = 9 h par jour de jour, 10 h de nuit ; 12 h si la continuité l'exige, après avis du comité
pack-fph-amp12 = Amplitude de 12 h, relève comprise
pack-fph-disc-amp = Travail discontinu : amplitude de 10 h 30
pack-fph-disc = Travail discontinu : deux vacations au plus, de 3 h au moins
pack-fph-pause = 20 min de pause au-delà de 6 h consécutives
pack-fph-4rh-2c = Deux au moins des quatre repos sont consécutifs, dont un dimanche
pack-fph-nuit = Travail de nuit, de 21 h à 6 h ou 9 h de suite entre 21 h et 7 h : définition ; la nature « nuit » en tient lieu
pack-fph-an1607 = 1 607 h par an à temps complet, repos fixe
pack-fph-an1582 = 1 582 h par an à temps complet, repos variable (10 dimanches ou fériés au moins) ; nommez ces agents dans Qui
pack-fph-an1476 = 1 476 h par an à temps complet, travail de nuit (9/10 de nuits au moins) ; nommez ces agents dans Qui
pack-fph-cycle = Cycle de 1 à 12 semaines qui se répète : construction de roulements, pas encore faite ici
pack-fph-ts15 = Tableau de service connu 15 jours avant : concerne la publication
pack-fph-mod48 = Modification 48 h avant : concerne les changements
pack-fph-ast = Plafonds d'astreinte : à lire dans le texte avant tout usage

pack-tpu-s46 = 46 h par semaine
pack-tpu-12s42 = 42 h en moyenne sur 12 semaines
pack-tpu-j10 = 10 h de travail par jour
pack-tpu-amp11 = Amplitude de 11 h ; 13 h pour 35 % des services au plus
pack-tpu-coup2 = Deux coupures au plus par service
pack-tpu-pause = 20 min de pause au-delà de 6 h
pack-tpu-rj11 = 11 h de repos quotidien ; 10 h ou 9 h dans les cas du texte, à rendre
pack-tpu-rh35 = 35 h de repos dans toute suite de 7 jours
pack-tpu-6j = Six jours de travail de suite au plus ; sept avec l'accord de l'agent, pour remplacer un absent
pack-tpu-cycle = Cycle de 12 semaines au plus : construction de roulements, pas encore faite ici
pack-tpu-amp-35 = 35 % des services au plus au-delà de 11 h d'amplitude (13 h par accord), sur la période planifiée
pack-tpu-coup2-10 = Services à deux coupures : 10 % au plus chaque jour
pack-tpu-midi = Coupure de midi de 45 min ou indemnité : une indemnité, pas une infraction
pack-tpu-pause-5 = Pause en morceaux de 5 min au moins : le planning ne connaît pas les morceaux
pack-tpu-sedwe = Agents non liés à la continuité : deux repos consécutifs dont le dimanche (sauf 3 semaines par an) ; nommez ces agents dans Qui
pack-tpu-nuit = Travailleur de nuit, 8 h par 24 h en moyenne : le statut n'est pas calculé
pack-tpu-561 = Lignes de plus de 50 km : règlement européen de conduite, non couvert
pack-tpu-idf = Autobus en Île-de-France : chapitre à part, non couvert
pack-tpu-greve = Service en cas de grève : plan de transport adapté, pas une règle d'horaire

pack-rail-rp = Repos périodique : 24 h plus le repos journalier (12 h), dans toute suite de 7 jours
pack-rail-6j = Six jours au plus entre deux repos périodiques
pack-rail-j10 = 10 h par jour ; 8 h 30 si plus de 2 h 30 sont dans la période de nuit, de 22 h à 5 h (sédentaires)
pack-rail-rj12 = 12 h de repos journalier à la résidence ; toute réduction est compensée
pack-rail-ref = Période de référence des moyennes, 6 mois au plus : à fixer par accord
pack-rail-preavis = Prévenance de 7 jours, 3 jours, 24 h et 1 h : concerne les changements
pack-rail-roulant = Personnel roulant : 8 h selon la conduite, moyenne de 8 h sur 3 périodes : temps de conduite inconnu
pack-rail-roul-j10 = Personnel roulant : 10 h par jour, 9 h si plus de 2 h 30 sont dans la période de nuit ; nommez ces agents dans Qui
pack-rail-rhr = Repos hors résidence de 9 h (8 h une fois sur 3 périodes : dérogation) ; nommez dans Postes ceux qui finissent hors résidence
pack-rail-111 = 111 jours de repos par an, congés non compris (sédentaires liés au trafic)
pack-rail-111-d = 30 repos doubles par an, congés non compris
pack-rail-111-we = 14 repos doubles par an du samedi et dimanche, ou du dimanche et lundi
pack-rail-115 = Personnel roulant : 115 jours de repos par an ; nommez ces agents dans Qui
pack-rail-nuit = Période de nuit : définition ; la nature « nuit » en tient lieu
pack-rail-nuit8 = Au-delà de 8 h de nuit, repos de même durée : à inscrire comme repos dû

pack-sncf-j10 = 10 h par jour ; 8 h 30 si plus de 2 h 30 sont entre 21 h 30 et 6 h 30
pack-sncf-amp11 = Amplitude de 11 h ; 12 h ou 13 h en déplacement ou remplacement
pack-sncf-rj12 = 12 h de repos journalier ; 10 h une fois par période pour un agent de réserve
pack-sncf-rn14 = 14 h de repos après un poste de nuit
pack-sncf-rp36 = Repos périodique de 36 h
pack-sncf-gpt6 = Grande période de travail de 6 jours au plus
pack-sncf-gpt3 = Grande période de travail de 3 jours au moins
pack-sncf-rp60 = Repos simple de 36 h, double de 60 h, triple de 84 h
pack-sncf-gpt48 = 48 h de travail par grande période, d'un repos périodique (36 h) à l'autre
pack-sncf-gpt-d = Repos double (60 h) après une grande période de six jours
pack-sncf-gpt-n = Jamais deux grandes périodes de nuit de suite (de nuit : la moitié des postes au moins)
pack-sncf-pause = 20 min de repos de plus au-delà de 6 h sans coupure : pas encore une règle
pack-sncf-samdim = Samedi et dimanche de repos une fois par mois pour la réserve : ajouter une ligne de week-ends
pack-sncf-52 = 52 repos doubles par an (roulement et réserve)
pack-sncf-preavis = 10 jours pour changer un roulement : concerne les changements

pack-uk-48 = 48 h par semaine en moyenne sur 17 semaines, sauf accord écrit de la personne
pack-uk-rj = 11 h de repos quotidien
pack-uk-rh = 24 h de repos dans toute suite de 7 jours
pack-uk-pause = 20 min de pause au-delà de 6 h
pack-uk-rh14 = 48 h de repos par 14 jours, au choix de l'employeur à la place des 24 h par 7 jours : activez l'une des deux lignes (deux fois 24 h : non exprimé)
pack-uk-night = Travail de nuit : 8 h par 24 h en moyenne, repos hebdomadaire déduit, soit 48 h par semaine ; nommez les travailleurs de nuit dans Qui
pack-uk-night-window = Nuit de 23 h à 6 h par défaut : définition ; la nature « nuit » en tient lieu
pack-uk-leave = 5,6 semaines de congés : les congés sont une donnée du classeur

pack-gb-spread16 = Amplitude de 16 h
pack-gb-rj10 = 10 h de repos quotidien ; 8 h 30 jusqu'à trois fois par semaine
pack-gb-break = 30 min de pause après 5 h 30 ; compté sur le service entier, plus strict que la conduite seule
pack-gb-24 = 24 h de repos en deux semaines ; contrôlé sur toute suite de 14 jours
pack-gb-drive10 = 10 h de conduite par jour : le temps de conduite n'est pas connu
pack-gb-break45 = Ou 45 min de pause en 8 h 30 : les morceaux de pause ne sont pas connus

rule-rest-debt = repos dû
rule-rest-debt-breach = { $person } : le plus long repos jusqu'à l'échéance ({ $dates }) est de { $measured } au lieu de { $limit }.
rule-rest-debt-text =
    Le repos dû pour des dérogations passées est rendu avant son échéance, joint à un repos quotidien.

    Une dette est une dérogation inscrite dont tous les jours précèdent le planning, avec une compensation et une échéance. Pour chaque personne et chaque échéance du planning : un repos entre deux postes, du premier jour planifié à la fin du jour de l'échéance, dure au moins le minimum plus ce qui est dû jusque-là. Si les postes de l'historique n'en laissent pas la place, rien n'est compté. Ce que les dérogations du planning lui-même entraînent est dû dans le suivant. Prix par échéance.

rule-rest-hours = durée des repos périodiques
rule-rest-hours-breach = { $person } : { $measured } de repos avant { $shift } ({ $dates }), au lieu de { $limit } pour ce nombre de jours.
rule-rest-hours-text =
    Un repos d'un jour dure au moins le minimum, de deux jours la durée « double », de trois et plus la durée « triple ».

    Pour chaque personne et chaque poste b précédé d'un poste a, quand des jours entiers sans travail les séparent : début(b) − fin(a) ≥ minimum pour un tel jour, « double » pour deux, « triple » pour trois et plus ; ce qui n'est pas donné n'est pas demandé. Deux jours de repos après un soir et avant un matin font 56 heures, et non 60. Le jour où une nuit se termine n'est pas un jour entier : une nuit, trois cases vides et un matin font un repos de deux jours. La règle parle des repos où b est un des postes choisis et commence dans le planning ; a peut être de l'historique. Les congés comptent comme jours de repos, les jours d'astreinte à domicile aussi (code du travail L.3121-10), sauf avec « à_domicile ». En minutes réelles. Prix par heure manquante, toute heure commencée comptant entière.
param-double = double
param-triple = triple
