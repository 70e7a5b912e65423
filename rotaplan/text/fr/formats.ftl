problem-format-section = Le fichier n'a pas de section { $section } : ce n'est pas une instance de ce format.
problem-format-record = Section { $section } : la ligne « { $found } » n'a pas la forme attendue.
problem-format-prices = Les besoins portent des prix différents ({ $found }) ; un seul couple manque / surplus peut être repris.
