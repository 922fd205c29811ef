"""nginx as a visitor's server has it, started by a test on a free port with its own configuration.

    with web_server(tree, "/a/b/") as base_url: …
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

# One process without privileges of its own; every path below the scratch folder. The two types are
# missing in the list that nginx 1.22 comes with.
CONFIGURATION = """
daemon off;
master_process off;
worker_processes 1;
pid {scratch}/nginx.pid;
error_log {scratch}/error.log warn;
events {{ worker_connections 256; }}
http {{
  include {mime_types};
  types {{ text/vtt vtt; audio/x-wav wav; }}
  default_type application/octet-stream;
  access_log off;
  gzip on;
  gzip_types text/css application/javascript application/json image/svg+xml text/vtt text/xml;
  client_body_temp_path {scratch}/body;
  proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fastcgi;
  uwsgi_temp_path {scratch}/uwsgi;
  scgi_temp_path {scratch}/scgi;
  keepalive_requests 100000;
  server {{
    listen 127.0.0.1:{port};
    root {scratch}/root;
    index index.html;
  }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program():
    found = shutil.which("nginx") or "/usr/sbin/nginx"
    if not os.access(found, os.X_OK):
        raise RuntimeError("nginx is not installed; tools/test.sh installs it")
    return found


@contextlib.contextmanager
def web_server(tree, path="/"):
    """Serves `tree` at `path`, which begins and ends with a slash."""
    with tempfile.TemporaryDirectory(prefix="kepu-nginx-") as scratch:
        place = Path(scratch, "root", path.strip("/")) if path.strip("/") else Path(scratch, "root")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(Path(tree).resolve())
        port = free_port()
        configuration = Path(scratch, "nginx.conf")
        configuration.write_text(CONFIGURATION.format(scratch=scratch, port=port, mime_types="/etc/nginx/mime.types"))
        process = subprocess.Popen([program(), "-e", f"{scratch}/error.log", "-p", scratch, "-c", str(configuration)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        base = f"http://127.0.0.1:{port}{path}"
        try:
            wait_for(base, process, Path(scratch, "error.log"))
            yield base
        finally:
            process.terminate()
            process.wait(timeout=10)


def wait_for(base, process, log):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"nginx ended by itself: {process.stderr.read()} {log.read_text() if log.exists() else ''}")
        try:
            urllib.request.urlopen(base + "index.html", timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("nginx does not answer")
