problem-format-section = Le fichier { $file } n'a pas de section { $section } : ce n'est pas une instance de ce format.
problem-format-record = Section { $section } : la ligne « { $found } » n'a pas la forme attendue.
problem-format-prices = Les besoins portent des prix différents ({ $found }) ; un seul couple manque / surplus peut être repris.
problem-format-instance = « { $found } » n'est pas un nom d'instance de ce format, tel que n030w4_1_6-2-9-1 : jeu, historique, semaines.
problem-format-weeks = Les semaines « { $found } » ne conviennent pas : ce jeu en demande { $expected }.
problem-format-file = Le fichier { $file } n'est pas dans { $folder }.
problem-format-reference = Nommé sans être défini dans l'instance : { $found }.
