kepuReceive([[0,1000,"一句话。"]]);
