rule-minutes-period = Heures par période
rule-minutes-period-breach = { $person }, { $dates } : { $measured } au lieu de { $limit }.
rule-minutes-window = Heures sur période glissante
rule-minutes-window-breach = { $person }, { $dates } : { $measured } travaillées, { $limit } au plus.
rule-work-period = Grande période de travail
rule-work-period-breach = { $person }, { $dates } : { $measured } travaillées entre deux repos, { $limit } au plus.
rule-work-period-days = Jours d'une grande période
rule-work-period-days-breach = { $person }, { $dates } : { $measured } jours travaillés entre deux repos, { $limit } au plus.
rule-work-period-least = jours minimum d'une grande période
rule-work-period-least-breach = { $person }, { $dates } : { $measured } { $measured ->
        [one] jour travaillé
       *[other] jours travaillés
    } entre deux repos, { $limit } au moins.
rule-rest-after-period = repos après une grande période
rule-rest-after-period-breach = { $person } : { $measured } de repos après une longue période de travail, avant { $shift } ({ $dates }), au lieu de { $limit }.
rule-night-periods = grandes périodes de nuit
rule-night-periods-breach = { $person } : deux grandes périodes de nuit de suite ({ $dates }).
rule-shift-share = part de postes d'un type
rule-shift-share-breach = { $dates } : { $shift } { $measured } % des postes, { $limit } % au plus.
rule-minutes-average = Moyenne hebdomadaire
rule-minutes-average-breach = { $person }, { $dates } : { $measured } par semaine en moyenne, { $limit } au plus.
rule-overtime-cap = Plafond d'heures supplémentaires
rule-overtime-cap-breach = { $person } { $dates } : { $measured } d'heures supplémentaires, { $limit } au plus.
rule-days-period = Jours travaillés par période
rule-days-period-breach = { $person }, { $dates } : { $measured } { $measured ->
        [one] jour travaillé
       *[other] jours travaillés
    } au lieu de { $limit }.
rule-shifts-period = Nombre de postes par période
rule-shifts-period-breach = { $person }, { $dates } : { $measured } { $measured ->
        [one] poste
       *[other] postes
    } { $shift } au lieu de { $limit }.
rule-shifts-window = Nombre de postes sur période glissante
rule-shifts-window-breach = { $person }, { $dates } : { $measured } { $measured ->
        [one] poste
       *[other] postes
    } { $shift }, { $limit } au plus.
rule-rest-days-window = Jours de repos
rule-rest-days-window-breach = { $aspect ->
        [consecutive] { $person }, { $dates } : { $measured } repos d'affilée, { $limit } au moins.
        [sunday] { $person }, { $dates } : { $measured } repos d'affilée comprenant un dimanche, { $limit } au moins.
       *[other] { $person }, { $dates } : { $measured } { $measured ->
                [one] jour de repos
               *[other] jours de repos
            }, { $limit } au moins.
    }
rule-rest-blocks = repos groupés
rule-rest-blocks-breach = { $aspect ->
        [weekend] { $person }, { $dates } : { $measured } { $measured ->
                [one] repos double
               *[other] repos doubles
            } avec le dimanche, { $limit } au moins.
       *[other] { $person }, { $dates } : { $measured } { $measured ->
                [one] repos groupé
               *[other] repos groupés
            }, { $limit } au moins.
    }
rule-weekends-max = Week-ends travaillés
rule-weekends-max-breach = { $person } : { $measured } { $measured ->
        [one] week-end travaillé
       *[other] week-ends travaillés
    }, { $limit } au plus ({ $dates }).
rule-weekend-complete = Week-end entier
rule-weekend-complete-breach = { $person }, { $dates } : un seul jour du week-end est travaillé.
rule-requests = Desiderata
rule-requests-breach = Vœu non accordé, { $person } : { $limit ->
        [0] ne pas travailler
       *[other] travailler
    } { $shift } { $dates }.
rule-balance-count = Équilibre des postes
rule-balance-count-breach = { $person } : { $measured } postes { $shift } alors que la part équitable s'arrête à { $limit }.

rule-balance-account = compte d'heures
rule-balance-account-breach = { $aspect ->
        [closing] { $person } : solde de { $measured } à la fin du planning, au lieu de { $limit }.
       *[other] { $person } : solde de { $measured } le { $dates }, limite { $limit }.
    }
rule-priority = priorité des souhaits
rule-priority-breach = { $person } : souhait prioritaire non accordé le { $dates }.
rule-rest-away = repos hors résidence
rule-rest-away-breach = { $aspect ->
        [times] { $person }, { $dates } : { $measured } découchés, { $limit } au plus.
       *[other] { $person } : { $measured } de repos avant { $shift } ({ $dates }), au lieu de { $limit }.
    }
rule-reach-time = délai d'intervention
rule-reach-time-breach = { $aspect ->
        [unknown] { $person } : délai d'intervention inconnu, { $limit } au plus pour { $shift } ({ $dates }).
       *[other] { $person } : { $measured } pour arriver sur place, { $limit } au plus pour { $shift } ({ $dates }).
    }
param-credited = décompté
param-prorata = prorata
param-split = minuit
param-counted-pause = coupure_comptée
param-neutralised = neutralisé
param-exact = exact
param-together = ensemble
param-period = période
param-consecutive = consécutifs
param-sunday = dimanche
param-friday-night = nuit_vendredi
param-tolerance = tolérance
param-counter = compteur
param-target = cible
param-factor = facteur
param-at-least-home = à_la_résidence
param-dark = heures_de_nuit
param-quota = quota
param-rest = repos
param-length = longueur
param-whole = jours_entiers
param-span = amplitude
param-weekend = week_end
param-leave = congé_repos
