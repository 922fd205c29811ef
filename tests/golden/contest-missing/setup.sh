rm content/exhibition/show/contest.json
