// Drives Chasqui with an unmodified client library of Meta's Cloud API: only its base address and its token are ours.
// Started by bin/clients, which tells what it needs by the environment.
import assert from "node:assert/strict";
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { listen } from "./handler.mjs";
import { api, personWrites, ready, until } from "./product.mjs";

const { BASE_URL, CHASQUI_KEY } = process.env;
const person = "14155559190";
const client = new WhatsAppClient({ baseUrl: `${BASE_URL}/graph`, accessToken: CHASQUI_KEY });
let steps = 0;

async function step(what, deed) {
  try {
    const result = await deed();
    steps++;
    console.log(`ok   ${what}`);
    return result;
  } catch (failed) {
    console.error(`FAIL ${what}: ${failed.message}`);
    process.exit(1);
  }
}

function wamid(answer) {
  assert.match(answer.messages[0].id, /^wamid\./);
  return answer.messages[0].id;
}

const meta = await step("the product is ready", ready);
const { number, waba } = meta;

const verifyToken = `token ${Date.now()}`;
const handler = await listen(verifyToken);

await step("a handler that does not know the token is refused", () =>
  assert.rejects(
    api("POST", "/webhooks", { url: handler.url, format: "meta", events: ["*"], verify_token: "another" }),
    /did not verify/,
  ),
);

await step("the handler verifies, as with Meta", async () => {
  const wish = { url: handler.url, format: "meta", events: ["*"], verify_token: verifyToken };
  const made = await api("POST", "/webhooks", wish);
  assert.equal(made.format, "meta");
  handler.appSecret = made.secret;
});

const words = `Hello ${Date.now()}`;
const written = await step("a person writes, and the handler has the message", async () => {
  await personWrites(meta, person, words);
  const message = await until("the message", () => handler.messages.find((one) => one.text?.body === words));
  assert.equal(message.from, person);
  assert.equal(message.kapso.direction, "inbound");
  return message.id;
});

await step("mark as read, with typing", async () => {
  const answer = await client.messages.markRead({
    phoneNumberId: number,
    messageId: written,
    typingIndicator: { type: "text" },
  });
  assert.equal(answer.success, true);
});

await step("send a text, and the handler has its statuses", async () => {
  const id = wamid(await client.messages.sendText({ phoneNumberId: number, to: `+${person}`, body: "Hello back" }));
  const told = (status) => handler.statuses.find((one) => one.id === id && one.status === status);
  for (const status of ["sent", "delivered", "read"]) {
    const update = await until(status, () => told(status));
    assert.equal(update.recipientId, person);
    assert.match(update.timestamp, /^\d{10}$/);
  }
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const media = await step("upload a picture", async () => {
  const answer = await client.media.upload({
    phoneNumberId: number,
    type: "image/png",
    file: new Blob([png], { type: "image/png" }),
    fileName: "dot.png",
  });
  assert.match(answer.id, /^\d+$/);
  return answer.id;
});

await step("send it by its id", async () =>
  wamid(
    await client.messages.sendImage({
      phoneNumberId: number,
      to: `+${person}`,
      image: { id: media, caption: "A dot" },
    }),
  ),
);

await step("describe and download it", async () => {
  const described = await client.media.get({ mediaId: media });
  assert.equal(described.mimeType, "image/png");
  assert.equal(Number(described.fileSize), png.length);
  const bytes = Buffer.from(await client.media.download({ mediaId: media, auth: "always" }));
  assert.deepEqual(bytes, png);
});

await step("delete it", async () => {
  assert.equal((await client.media.delete({ mediaId: media })).success, true);
  await assert.rejects(client.media.get({ mediaId: media }));
});

const name = `client_${Date.now()}`;
await step("hand in a template, and the handler hears of its review", async () => {
  const made = await client.templates.create({
    businessAccountId: waba,
    name,
    language: "en_US",
    category: "UTILITY",
    components: [
      { type: "BODY", text: "Hi {{1}}, your order is ready for pick-up.", example: { bodyText: [["Ana"]] } },
    ],
  });
  const told = await until("the review", () =>
    handler.templates.find((one) => one.messageTemplateName === name && one.event === "APPROVED"),
  );
  // Meta writes it as a number here, which JavaScript may round.
  assert.equal(told.messageTemplateId, Number(made.id));
});

await step("send it", async () =>
  wamid(
    await client.messages.sendTemplate({
      phoneNumberId: number,
      to: `+${person}`,
      template: {
        name,
        language: { code: "en_US" },
        components: [{ type: "body", parameters: [{ type: "text", text: "Ana" }] }],
      },
    }),
  ),
);

await step("list it and delete it", async () => {
  const listed = await client.templates.list({ businessAccountId: waba, name });
  assert.equal(listed.data.filter((template) => template.name === name).length, 1);
  assert.equal((await client.templates.delete({ businessAccountId: waba, name })).success, true);
});

await step("read and change the business profile", async () => {
  await client.phoneNumbers.businessProfile.update({ phoneNumberId: number, about: "Open until 20:00" });
  const profile = await client.phoneNumbers.businessProfile.get({ phoneNumberId: number, fields: "about" });
  assert.equal(profile.data[0].about, "Open until 20:00");
});

await step("an error is one of Meta's", () =>
  assert.rejects(
    client.messages.sendText({ phoneNumberId: "1", to: `+${person}`, body: "No" }),
    (failed) => failed.code === 100 || /does not exist/.test(failed.message),
  ),
);

await step("every webhook was signed as Meta signs", () => assert.equal(handler.refused, 0));

handler.close();
console.log(`${steps} passed`);
