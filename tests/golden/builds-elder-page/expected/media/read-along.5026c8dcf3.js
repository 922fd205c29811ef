kepuReceive({"width":160,"height":90,"columns":1,"rows":1,"sheets":["read-along.129f2f38e0.160.webp"],"ends":[3000]});
