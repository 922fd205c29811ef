for _ in $(seq 20001); do printf '00:00.100 --> 00:00.200\n字\n\n'; done > assets/tone.srt
