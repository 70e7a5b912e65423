# Règles : droits à travailler, couverture, repos, enchaînements.
# Faits : $person $dates $shift $skill $measured $limit $missing.

rule-rest-between = repos quotidien
rule-rest-between-breach = { $aspect ->
        [reduced] { $person } : { $measured } repos quotidiens réduits, { $limit } au plus ({ $dates }).
       *[other] { $person } : { $measured } de repos avant { $shift } ({ $dates }), au lieu de { $limit }.
    }
rule-weekly-rest = repos hebdomadaire
rule-weekly-rest-breach = { $aspect ->
        [sunday] { $person } : { $measured } de repos d'affilée dimanche entier compris ({ $dates }), au lieu de { $limit }.
       *[other] { $person } : { $measured } de repos d'affilée au mieux ({ $dates }), au lieu de { $limit }.
    }

rule-one-per-day = une affectation par jour
rule-one-per-day-breach = { $person } : { $measured } postes le même jour ({ $dates }).
rule-no-overlap = pas de chevauchement
rule-no-overlap-breach = { $person } travaille à deux postes en même temps ({ $dates }) : { $measured } min de { $shift } se chevauchent.
rule-required-skill = qualification valide
rule-required-skill-breach = { $person } n'a pas, ou plus, la qualification demandée pour { $shift } { $skill } ({ $dates }).
rule-allowed-codes = postes autorisés
rule-allowed-codes-breach = { $person } : le poste { $shift } ne lui est pas ouvert ({ $dates }).
rule-contract-dates = présence au contrat
rule-contract-dates-breach = { $person } : { $shift } hors des dates du contrat ({ $dates }).
rule-fixed = affectation imposée
rule-fixed-breach = { $person } : l'affectation imposée n'est pas respectée ({ $dates }).
rule-span-max = amplitude
rule-span-max-breach = { $person } : amplitude de { $measured } ({ $dates }), pour { $limit } au plus.
rule-forbidden = affectation interdite
rule-forbidden-breach = { $person } : { $shift } est interdit à ces dates ({ $dates }).
rule-availability = disponibilité
rule-availability-breach = { $person } n'est pas disponible pour { $shift } ({ $dates }).

rule-cover-minimum = effectif minimum
rule-cover-minimum-breach = { $shift } { $skill } ({ $dates }) : effectif de { $measured }, pour un minimum de { $limit }.
rule-cover-target = effectif cible
rule-cover-target-breach = { $shift } { $skill } ({ $dates }) : effectif de { $measured }, pour une cible de { $limit }.
rule-cover-maximum = effectif maximum
rule-cover-maximum-breach = { $shift } { $skill } ({ $dates }) : effectif de { $measured }, pour { $limit } au plus.

rule-forbidden-succession = enchaînement interdit
rule-forbidden-succession-breach = { $person } : { $shift } suit un poste qui ne le permet pas ({ $dates }).
rule-code-run = postes identiques consécutifs
rule-code-run-breach = { $person } : { $measured } { $measured ->
        [one] jour d'affilée
       *[other] jours d'affilée
    } sur ces postes ({ $dates }), au lieu de { $limit }.
rule-work-run = jours travaillés consécutifs
rule-work-run-breach = { $person } : { $measured } { $measured ->
        [one] jour travaillé
       *[other] jours travaillés
    } d'affilée ({ $dates }), au lieu de { $limit }.
rule-off-run = repos consécutifs
rule-off-run-breach = { $person } : { $measured } { $measured ->
        [one] jour de repos
       *[other] jours de repos
    } d'affilée ({ $dates }), au lieu de { $limit }.

param-edges = bords
param-friday = vendredi
param-monday = lundi
param-then = puis
param-days = écart
param-reduced = réduit
param-times = fois
param-under = manque
param-over = excédent
param-at-home = à_domicile
param-declared = déclarés
