kepuReceive({"width":160,"height":90,"columns":1,"rows":1,"sheets":["silent.129f2f38e0.160.webp"],"ends":[3000]});
