"""A stand-in for xllamacpp, in plain Python, whose behaviour the model file tells; and ways to watch processes.

`ENGINE` is the source of the module. `model` writes a file that passes for a GGUF model and says, after the header,
what the engine does with it: "serve", or one of the faults below.
"""

from __future__ import annotations

from pathlib import Path

from tests.model_files import HEADER

ENGINE = """
import http.server, json, os, sys, threading, time


class Plain:
    pass


class CommonParams(Plain):
    def __init__(self):
        self.model, self.cpuparams, self.cpuparams_batch = Plain(), Plain(), Plain()


def get_device_info():
    return []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        os.write(1, b"noise on stdout")
        os.write(2, b"noise on stderr")
        if self.headers["authorization"] != "Bearer " + self.server.key:
            return self.send_error(401)
        log = self.server.log
        log.append(self.path)
        if self.path == "/log":
            answer = {"log": log}
        elif self.path == "/tokenize" and body["content"] == "die":
            os._exit(1)
        elif self.path == "/tokenize" and body["content"] == "wait":
            time.sleep(60)
        elif self.path == "/tokenize":
            answer = {"tokens": body["content"].split()}
        elif "action=save" in self.path:
            with open(self.server.slots + body["filename"], "w") as file:
                file.write("state")
            answer = {}
        elif self.server.behaviour == "refuse" or "action=restore" in self.path and self.server.behaviour == "forget":
            return self.send_error(400)
        else:
            answer = {}
        data = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Server:
    def __init__(self, params):
        with open(params.model.path, "rb") as file:
            behaviour = file.read()[24:].decode()
        with open(params.model.path + ".params", "w") as file:
            json.dump(vars(params), file, default=lambda each: list(each) if isinstance(each, set) else vars(each))
        os.write(1, b"noise on stdout\\n")
        os.write(2, b"noise on stderr\\n")
        if behaviour == "abort":
            os.write(2, b"llama.cpp:7: GGML_ASSERT(n_layer < 512) failed\\x1b[31m\\n")
            os.abort()
        if behaviour == "killed":
            os.kill(os.getpid(), 9)
        if behaviour == "explain":
            os.write(2, b"0.1 E load: error loading model: unknown architecture: 'odd\\x1b[2J'\\nmore\\n")
            raise RuntimeError("Failed to init server")
        if behaviour == "memory":
            os.write(2, b"0.2 E llama_init: failed to initialize the context: failed to allocate buffer\\n")
            raise RuntimeError("Failed to init server")
        if behaviour == "import":
            raise ImportError("libgomp.so.1: cannot open shared object file")
        if behaviour == "hang":
            time.sleep(60)
        server = http.server.ThreadingHTTPServer((params.hostnames[0], params.port), Handler)
        server.key, server.slots = params.api_keys[0], params.slot_save_path
        server.behaviour, server.log = behaviour, []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.listening_address = f"http://127.0.0.1:{server.server_port}"
"""


def install(folder: Path) -> None:
    """Write the module into a folder that is to stand first on the path."""
    folder.mkdir(exist_ok=True)
    (folder / "xllamacpp.py").write_text(ENGINE, encoding="utf-8")


def model(folder: Path, behaviour: str = "serve") -> Path:
    """Write a model file with a behaviour."""
    path = folder / "model.gguf"
    path.write_bytes(HEADER + behaviour.encode())
    return path


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
