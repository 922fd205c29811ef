kepuReceive([[0,1000,"碳中和"]]);
