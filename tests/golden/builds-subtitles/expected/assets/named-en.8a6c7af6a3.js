kepuReceive([[0,1000,"Anna: Hello \u0026 \u003cwelcome\u003e"]]);
