#!/usr/bin/python3
"""Computes one sound work and writes it as a WAV file to standard output: `sound_work.py NAME`."""

import importlib
import sys

import sound


def main():
    work = importlib.import_module("works." + sys.argv[1].replace("-", "_"))
    sound.write_wave(sys.stdout.buffer, work.render())


if __name__ == "__main__":
    main()
