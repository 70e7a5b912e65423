# Ce qui ne va pas dans un classeur : ce qui est trouvé, ce qui est attendu.
problem-line = { $place } { $text }
problem-severity-error = erreur
problem-severity-warning = attention
problem-severity-notice = information
problem-suggestion = Vouliez-vous dire « { $suggestion } » ?

problem-file-missing = Le fichier { $file } n'existe pas.
problem-file-format = Le fichier { $file } n'est pas un classeur lisible ; formats attendus : { $expected }.
problem-file-too-large = Le fichier { $file } est trop grand (plus de { $most } Mo).
problem-file-unreadable = Le fichier { $file } ne peut pas être lu comme classeur ({ $detail }).
problem-file-password = Le fichier { $file } est protégé par un mot de passe ; enregistrez-en une copie sans mot de passe.

problem-sheet-missing = Il manque une feuille : { $expected }.
problem-sheet-unknown = La feuille « { $sheet } » n'est pas connue ; elle n'est pas lue.
problem-sheet-later = La feuille « { $sheet } » est reconnue, mais cette version ne s'en sert pas.
problem-sheet-output = La feuille « { $sheet } » est une feuille de résultats ; elle n'est pas lue.
problem-demand-missing = Il n'y a pas de feuille de besoins ({ $expected }) : aucun poste ne sera planifié.
problem-sheet-twice = La feuille « { $sheet } » n'est pas lue : « { $other } » tient déjà ce rôle.
problem-sheet-empty = La feuille est vide, alors qu'elle est indispensable.
problem-sheet-too-large = La feuille « { $sheet } » s'étend sur { $rows } lignes et { $columns } colonnes, plus de { $most } cellules ; supprimez les lignes et colonnes inutiles.
problem-header-missing = La ligne d'en-têtes est introuvable dans les premières lignes ; en-têtes attendus : { $expected }.
problem-column-missing = Il manque la colonne { $expected }.
problem-column-unknown = La colonne « { $found } » n'est pas connue ; elle n'est pas lue.
problem-column-twice = La colonne « { $found } » répète une colonne précédente ; elle n'est pas lue.
problem-row-total = La ligne « { $found } » est un total ; elle n'est pas lue.
problem-rows-hidden = { $count ->
    [one] Une ligne masquée est lue comme les autres.
   *[other] { $count } lignes masquées sont lues comme les autres.
}
problem-grid-without-dates = La feuille « { $sheet } » n'a pas de ligne de dates au-dessus de ses colonnes ; elle n'est pas lue.
problem-formula-uncomputed = « { $column } » contient une formule sans valeur enregistrée ; ouvrez le classeur, recalculez-le et enregistrez-le.
problem-cell-required = « { $column } » est vide, mais doit être rempli ; si la cellule contient une formule, recalculez et enregistrez le classeur.

problem-date-unreadable = « { $found } » n'est pas une date ; écrivez par exemple 08/03/2027.
problem-moment-unreadable = « { $found } » n'est ni une date, ni une date avec son heure ; écrivez par exemple 16/03/2027 10:40.
problem-date-impossible = La date « { $found } » n'existe pas ou n'est pas plausible.
problem-date-ambiguous = La date « { $found } » est un texte ambigu ; elle est lue { $read } (jour, mois, année).
problem-date-off-horizon = { $found } est hors de la période planifiée ({ $first } – { $last }) ; la ligne n'a pas d'effet.
problem-date-twice = La date { $found } apparaît deux fois.
problem-dates-reversed = La fin précède le début : { $found }.
problem-validity-reversed = { $skill } expire avant de commencer : { $found }.
problem-clock-unreadable = « { $found } » n'est pas une heure ; écrivez par exemple 06:45 ou 6h45.
problem-clock-impossible = L'heure « { $found } » n'existe pas (minutes de 00 à 59).
problem-clock-decimal = « { $found } » est lu comme { $read } ; écrivez plutôt l'heure sous cette forme.
problem-duration-unreadable = « { $found } » n'est pas une durée ; écrivez par exemple 11:00, 11 h 30 ou 11.
problem-window-unreadable = « { $found } » n'est pas un nombre de jours ; écrivez par exemple 7, 7 j ou 12 semaines.
problem-number-out-of-range = « { $found } » est hors des bornes : de { $least } à { $most }.
problem-number-mangled = « { $found } » est une date, là où un nombre est attendu ; le tableur a sans doute transformé votre saisie. Mettez la cellule au format texte.
problem-count-unreadable = « { $found } » n'est pas un nombre entier.
problem-share-unreadable = « { $found } » n'est pas une quotité ; écrivez 0,8 ou 80 %.
problem-share-out-of-range = La quotité « { $found } » n'est pas entre 0 et 1 (0 % et 100 %).
problem-rate-unreadable = « { $found } » n'est pas un taux ; écrivez 0,05 ou 5 %.
problem-rate-out-of-range = Le taux « { $found } » n'est pas entre 0 et 1 (0 % et 100 %).
problem-flag-unreadable = « { $found } » n'est ni oui ni non.
problem-word-unknown = « { $found } » n'est pas un des mots attendus : { $expected }.
problem-colour-unreadable = « { $found } » n'est pas une couleur de la forme #RRVVBB.
problem-code-mangled = « { $found } » n'est pas un code : le tableur l'a transformé. Mettez la cellule au format texte et retapez le code.

problem-person-unknown = « { $found } » n'est pas un agent connu.
problem-person-duplicate = Le matricule { $found } existe déjà en { $other }.
problem-person-row-twice = { $found } a déjà une ligne en { $other }.
problem-code-unknown = Le code « { $found } » n'est pas défini dans la feuille des postes.
problem-code-duplicate = Le code { $found } est déjà défini en { $other }.
problem-codes-assumed = Codes non définis dans la feuille des postes, lus comme repos ou absence selon l'usage : { $found }.
problem-people-unknown = « { $found } » ne désigne personne : ni matricule, ni nom, ni équipe, contrat, site, statut, fonction ou compétence.
problem-people-ambiguous = « { $found } » peut désigner plusieurs choses ({ $expected }) ; précisez, par exemple équipe:{ $found }.
problem-shifts-unknown = « { $found } » ne désigne aucun poste : ni code, ni nature, ni étiquette, ni site.
problem-skill-unknown = La compétence « { $found } » n'est détenue ou demandée nulle part.
problem-sequence-absence = « { $found } » est une absence : une suite de jours parle de postes et de repos.
problem-days-unknown = « { $found } » ne désigne aucun jour : ni jour de semaine, ni date, ni type de jour du calendrier.
problem-skill-unheld = La compétence { $found } est demandée, mais personne ne la détient.
problem-skill-unasked = La compétence { $found } n'est demandée par aucun poste, besoin ou règle.

problem-setting-unknown = Le paramètre « { $found } » n'est pas connu ; il n'est pas lu.
problem-setting-missing = Il manque un paramètre : { $expected }.
problem-settings-disagree = Début et fin font { $found } jours, mais la durée en dit { $expected }.
problem-horizon-too-long = La période fait { $found } jours ; le plus long possible est { $most }.
problem-zone-unknown = Le fuseau horaire « { $found } » n'est pas connu ; exemple : Europe/Paris.
problem-country-unknown = Le pays « { $found } » n'est pas connu pour les jours fériés ; exemple : FR.
problem-school-zone-unknown = La zone scolaire « { $found } » n'est pas connue ; zones : { $expected }.
problem-subdivision-unknown = La subdivision « { $found } » n'est pas connue pour les jours fériés de ce pays.

problem-span-half = Le poste { $found } a un début sans fin, ou une fin sans début.
problem-span-too-long = Le poste { $found } dure plus de 24 heures, ou finit plus de 48 heures après le début de son jour.
problem-shift-without-times = Le poste { $found } compte comme travail, mais n'a pas d'horaires.
problem-pause-too-long = La pause ({ $found } min) n'est pas plus courte que le poste ({ $most } min).
problem-worked-time-differs = Le temps de travail indiqué ({ $found } min) ne correspond pas aux horaires ({ $expected } min).
problem-min-above-max = Le minimum ({ $found }) dépasse le maximum ({ $most }).
problem-demand-empty = La ligne de { $found } ne demande rien : ni minimum, ni cible, ni maximum.
problem-shift-untimed = Le poste { $found } n'a pas d'horaires : il compte comme un repos et ne sera pas planifié.
problem-demand-not-work = { $found } n'est pas un poste travaillé : un besoin ne peut pas le demander.
problem-demand-none = La feuille des besoins ne demande rien : aucun poste ne sera planifié.
problem-demand-replaced = Cette ligne ne compte pas le { $date } : { $other } parle du même poste { $found } aussi précisément, et la dernière ligne l'emporte.
problem-volunteer-undeclared = { $person } est bénévole et n'a déclaré aucune disponibilité sur la période : rien ne peut lui être confié. Ajoutez ses heures dans Disponibilités (type « disponible »).
problem-agents-none = La feuille des agents ne nomme personne.

problem-rotation-leave = « { $found } » est un congé ou une absence : un roulement ne contient que des postes et des repos.
problem-rotation-line-twice = La ligne { $found } du roulement { $rotation } existe déjà en { $other }.
problem-rotation-line-missing = Il manque la ligne { $found } du roulement { $rotation } : ses lignes se numérotent 1, 2, 3...
problem-rotation-unknown = Le roulement « { $found } » n'est pas dans la feuille des roulements.
problem-rotations-missing = Le roulement « { $found } » est nommé, mais il n'y a pas de feuille Roulements ; il n'est pas suivi.
problem-line-missing = Le roulement { $rotation } a { $most } lignes : indiquez sur laquelle est l'agent à cette date.
problem-line-open = Le roulement { $rotation } a { $most } lignes et aucune n'est indiquée ; « rotaplan solve » en choisit une.
problem-line-unknown = Le roulement { $rotation } n'a pas de ligne { $found }, mais { $most } lignes.
problem-line-without-rotation = Une ligne est indiquée sans son roulement.

problem-absence-works = Le code d'absence { $found } est celui d'un poste travaillé.
problem-absence-overlap = { $person } est déjà absent ces jours-là : voir { $other }.
problem-wish-beyond-quota = Ce souhait de { $person } ne compte pas : son quota de { $most } points de la période est dépensé ({ $row }).
problem-wish-without-day = Le souhait ne dit pas pour quel jour.
problem-pin-contradiction = Un autre poste est déjà imposé le { $date } : voir { $other }.
problem-pin-on-absence = { $person } est absent le { $date } (voir { $other }), et un poste lui est imposé ce jour-là : il reste et sera signalé comme infraction.

problem-history-gap = { $count ->
    [one] Un jour manque dans l'historique ({ $found }) ; il compte comme repos.
   *[other] { $count } jours manquent dans l'historique ({ $found }) ; ils comptent comme repos.
}
problem-history-in-horizon = { $found } n'est pas avant la période planifiée ; cette date de l'historique n'est pas lue.
problem-history-missing = { $person } n'a pas de ligne dans « { $sheet } », contrairement aux autres : ses repos et compteurs d'entrée sont inconnus.
problem-history-twice = { $person } a deux postes le { $date } ; un seul est possible.
problem-roster-incomplete = { $count ->
    [one] Un jour planifié manque dans la grille ({ $found }) ; il compte comme vide.
   *[other] { $count } jours planifiés manquent dans la grille (dès le { $found }) ; ils comptent comme vides.
}

problem-rule-unknown = La règle « { $found } » n'est pas connue ; « rotaplan rules » les liste toutes.
problem-rule-invalid = Règle « { $found } » : « { $one } » et « { $other } » ne vont pas ensemble avec ces valeurs.
problem-rule-parameter-missing = La règle « { $rule } » a besoin de « { $column } »{ $parameter ->
    [none] {""}
   *[other] {" "}({ $parameter })
}.
problem-rule-parameter-unknown = « { $found } » n'est pas un paramètre de cette règle ; attendus : { $expected }.
problem-rule-column-unused = La règle « { $rule } » ne lit pas la colonne « { $column } ».
problem-rule-says-nothing = La règle « { $rule } » n'a ni minimum ni maximum ; elle n'a pas d'effet.

problem-derogation-impossible = La règle « { $found } » n'admet pas de dérogation par agent ; changez plutôt sa ligne (Qui, Quand, Statut).
problem-derogation-needless = « { $found } » n'est pas une règle stricte : elle a un prix, aucune dérogation n'est nécessaire.
problem-derogation-idle = « { $found } » ne désigne aucune ligne de règle en vigueur : la dérogation reste sans effet.
problem-derogation-ambiguous = « { $found } » désigne plusieurs règles différentes ({ $expected }) ; indiquez la ligne.
problem-derogation-unconcerned = « { $found } » ne concerne pas { $person } : la dérogation reste sans effet.
problem-regime-unheld = Personne n'a le régime de « { $found } » : cette ligne ne concerne personne pour l'instant.
problem-scope-without-people = « { $found } » ne laisse personne : cette ligne est sans effet.
problem-scope-not-under-contract = { $found } : pas de contrat sur les jours du planning ; cette ligne ne les concerne pas.
problem-scope-without-shift = Aucun poste ne correspond à « { $found } » : cette ligne est sans effet.
problem-scope-without-day = Aucun des jours connus ne correspond à « { $found } » : cette ligne est sans effet.

problem-hours-unreadable = « { $found } » ne dit pas d'horaires ; écrivez par exemple 06:35-09:35/15:45-19:20 (deux vacations au plus).
problem-site-unknown = Le site « { $found } » n'est celui d'aucun poste.
problem-day-kind-unknown = « { $found } » n'est pas une sorte de jour : un jour de semaine (comme dimanche), férié, ou un type de jour du calendrier (niveau 2).
problem-disruption-incomplete = Une ligne « { $found } » a besoin de « { $expected } ».
problem-disruption-unused = Une ligne « { $found } » ne lit pas la colonne « { $column } » ; cette cellule est sans effet.
problem-disruption-idle = « { $found } » ne concerne personne, ou aucun poste ni besoin : cette ligne est sans effet.
problem-disruption-sign-on = « { $found } » n'est pas une heure de prise de service ; écrivez la première possible, par exemple 06:15.
problem-disruption-delay = « { $found } » dit de combien, mais pas à partir de quelle heure ; écrivez la première prise de service possible, par exemple 07:15 pour un service de 06:15 retardé de 60 min.
problem-disruption-early = « { $found } » est lu { $read }, et aucun poste ne commence avant : cette ligne est sans effet. Pour un retard d'une durée, écrivez la première prise de service possible, par exemple 07:15.
problem-disruption-count = « { $found } » n'est pas un nombre de personnes à ajouter ; écrivez par exemple +2.
problem-disruption-change = « { $found } » ne dit pas comment les besoins changent ; écrivez +2, -1, ×0,5 ou 80 %.
problem-disruption-factor = « { $found } » : le facteur doit être de 0 à { $most }.
problem-disruption-unsigned = « { $found } » est lu { $read } personne(s) ; écrivez le signe, ou ×, pour lever le doute.
problem-disruption-added = « { $found } » n'est pas un poste connu ; pour ajouter un nouveau service, écrivez ses horaires.
problem-disruption-code = « { $found } » ne peut pas être le code d'un nouveau service : c'est un mot de repos ou d'absence, ou il contient un des signes , ; ≤ ≥ ou finit par ! ? *.
problem-disruption-code-taken = Le code { $found } existe déjà avec d'autres horaires ou qualifications ({ $expected } ; { $other }) ; prenez un autre code.
problem-disruption-replaced = Cette ligne est remplacée par { $other }, de même identifiant ou de même objet.
problem-incident-sheet-unread = La feuille « { $sheet } » n'est pas lue : d'un incident, seule la feuille des perturbations l'est.
problem-variant-name = « { $found } » est un nom que « rotaplan sweep » donne à ses propres variantes ; choisissez-en un autre, avec des mots.
problem-variant-sheet = Aucune feuille « { $found } » où quelque chose puisse changer dans ce classeur.
problem-variant-key = La feuille « { $sheet } » n'a pas de ligne « { $found } ».
problem-variant-field = La feuille n'a pas de colonne « { $found } ».
problem-variant-count = « { $found } » n'est pas un nombre d'agents, de 0 à { $most }.
problem-rate-team = Aucun agent n'est de l'équipe « { $found } » ; équipes connues : { $known }.
problem-rate-twice = L'équipe « { $found } » a déjà un taux en { $other }.
problem-change-differs = Le planning contient « { $found } » dans cette case, alors que « { $expected } » a été annoncé en dernier (vide : repos).
problem-disruption-outdated = « { $found } » : le planning connaît déjà une ligne plus récente du même événement ({ $other }) ; celle-ci n'est pas lue.
problem-disruption-open = Une ligne « { $found } » sans fin vaut jusqu'au dernier jour du planning.
problem-disruption-other-event = « { $found } » est aussi l'identifiant d'un autre événement ({ $other }), que cette ligne remplacerait ; donnez-lui un autre identifiant.
problem-history-from-roster = { $count ->
    [one] Le jour de cette feuille qui précède le planning est lu
   *[other] Les { $count } jours de cette feuille qui précèdent le planning sont lus
} comme historique.
