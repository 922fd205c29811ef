kepuReceive([[0,1000,"字幕"]]);
