"""What an editor would remark on in files that are sound: rules, each with a name, a reason and a level.

`registry` names them all and `run` applies them; a rule lives in a room with those that look at the same thing.
docs/regler.md tells them to people.
"""
