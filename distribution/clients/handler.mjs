// A webhook handler as the guides of Meta and of the library show it: nothing in it knows of this gateway.
import express from "express";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";

/** Listens on a free port; keeps what came. `appSecret` is what the handler checks signatures with. */
export async function listen(verifyToken) {
  const handler = { appSecret: "", messages: [], statuses: [], templates: [], refused: 0 };
  const app = express();

  app.get("/webhook", (req, res) => {
    const known = req.query["hub.mode"] === "subscribe" && req.query["hub.verify_token"] === verifyToken;
    return known ? res.status(200).send(req.query["hub.challenge"]) : res.sendStatus(403);
  });

  app.post("/webhook", express.raw({ type: "application/json" }), (req, res) => {
    const ok = verifySignature({
      appSecret: handler.appSecret,
      rawBody: req.body,
      signatureHeader: req.headers["x-hub-signature-256"],
    });
    if (!ok) {
      handler.refused += handler.appSecret === "" ? 0 : 1;
      return res.status(401).end();
    }
    const events = normalizeWebhook(JSON.parse(req.body.toString("utf8")));
    handler.messages.push(...events.messages);
    handler.statuses.push(...events.statuses);
    handler.templates.push(...(events.raw.messageTemplateStatusUpdate ?? []));
    return res.sendStatus(200);
  });

  await new Promise((resolve) => {
    handler.server = app.listen(0, "127.0.0.1", resolve);
  });
  handler.url = `http://127.0.0.1:${handler.server.address().port}/webhook`;
  handler.close = () => {
    handler.server.close();
    handler.server.closeAllConnections();
  };
  return handler;
}
