"""The client that DHIS2 publishes sends the figures as they were written."""

import json
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from dhis2_client import DHIS2Client
from dhis2_client.utils.calendar import period_start_end

from microstructure_desktop.animateur.data_value_set import data_value_set

from .sommes import ANNEE, OCTOBRE

LE = date(2025, 11, 20)


@pytest.fixture
def server():
    """Keeps what was posted, and where."""
    received = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.append((self.path, json.loads(body)))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(b'{"status": "OK"}')

        def log_message(self, *_): ...

    with HTTPServer(("127.0.0.1", 0), Handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}", received
        served.shutdown()


def test_that_the_published_client_sends_it(server):
    address, received = server
    written = json.loads(data_value_set(OCTOBRE, "OCC", LE))
    client = DHIS2Client(address, username="x", password="x")
    assert client.post_data_value_set(written) == {"status": "OK"}
    ((path, body),) = received
    assert path.partition("?")[0] == "/api/dataValueSets"
    assert body == written
    client.close()


@pytest.mark.parametrize(
    ("totaux", "first", "last"),
    [(OCTOBRE, "2025-10-01", "2025-10-31"), (ANNEE, "2025-01-01", "2025-12-31")],
)
def test_that_it_says_what_the_documentation_asks(totaux, first, last):
    written = json.loads(data_value_set(totaux, "OCC", LE))
    assert period_start_end(written["period"]) == {"startDate": first, "endDate": last}
    assert written["orgUnit"] == "OCC"
    assert written["completeDate"] == "2025-11-20"
    assert {written[f"{x}IdScheme"] for x in ("dataElement", "orgUnit", "dataSet")} == {"CODE"}
    values = {v["dataElement"]: v["value"] for v in written["dataValues"]}
    assert values["FORFAITS_82900_OUVERTS"] == "120"
    assert all(v.isdigit() for v in values.values())
    assert len(values) == len(written["dataValues"])
