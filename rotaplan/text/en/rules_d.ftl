rule-apart = Keep apart
rule-apart-breach = { $dates }: { $measured } people to keep apart work together ({ $shift }), { $limit } at most.
rule-together = Work together
rule-together-breach = { $person } works { $shift } without the other of the pair ({ $dates }).
rule-team-block = Team as a block
rule-team-block-breach = { $person }: { $shift } splits the team ({ $dates }).
