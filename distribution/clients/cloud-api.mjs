// Drives a running Chasqui with an unmodified client library of Meta's Cloud API: only its base address and its token are ours.
// Started by bin/clients, which tells what it needs by the environment.
import assert from "node:assert/strict";
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";

const { BASE_URL, CHASQUI_KEY, NUMBER, WABA, SANDBOX_TOKEN } = process.env;
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
    process.exitCode = 1;
    throw failed;
  }
}

/** The person writes first, as people do: that opens the 24 hours. Answers the id of what was written. */
async function personWrites(text) {
  const control = `${BASE_URL}/sandbox/control/numbers/${NUMBER}/people/${person}/messages`;
  const headers = { Authorization: `Bearer ${SANDBOX_TOKEN}`, "Content-Type": "application/json" };
  const answer = await fetch(control, { method: "POST", headers, body: JSON.stringify({ text }) });
  assert.equal(answer.status, 200, await answer.clone().text());
  return inbound(text);
}

/** Waits until the gateway has what the person wrote. */
async function inbound(text) {
  const list = `${BASE_URL}/api/v1/whatsapp/messages?to=${person}&limit=20`;
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(list, { headers: { Authorization: `Bearer ${CHASQUI_KEY}` } });
    const found = (await answer.json()).find((m) => m.direction === "inbound" && JSON.stringify(m).includes(text));
    if (found) {
      return found.wamid;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the gateway never heard of the person's message");
}

function wamid(answer) {
  assert.match(answer.messages[0].id, /^wamid\./);
  return answer.messages[0].id;
}

const written = await step("a person writes", () => personWrites(`Hello ${Date.now()}`));

await step("mark as read, with typing", async () => {
  const answer = await client.messages.markRead({
    phoneNumberId: NUMBER,
    messageId: written,
    typingIndicator: { type: "text" },
  });
  assert.equal(answer.success, true);
});

await step("send a text", async () =>
  wamid(await client.messages.sendText({ phoneNumberId: NUMBER, to: `+${person}`, body: "Hello back" })),
);

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const media = await step("upload a picture", async () => {
  const answer = await client.media.upload({
    phoneNumberId: NUMBER,
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
      phoneNumberId: NUMBER,
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
await step("hand in a template", async () => {
  const made = await client.templates.create({
    businessAccountId: WABA,
    name,
    language: "en_US",
    category: "UTILITY",
    components: [
      { type: "BODY", text: "Hi {{1}}, your order is ready for pick-up.", example: { bodyText: [["Ana"]] } },
    ],
  });
  assert.ok(made.id);
});

await step("list it and delete it", async () => {
  const listed = await client.templates.list({ businessAccountId: WABA, name });
  assert.equal(listed.data.filter((template) => template.name === name).length, 1);
  assert.equal((await client.templates.delete({ businessAccountId: WABA, name })).success, true);
});

await step("send a template", async () =>
  wamid(
    await client.messages.sendTemplate({
      phoneNumberId: NUMBER,
      to: `+${person}`,
      template: {
        name: "hello_chasqui",
        language: { code: "en_US" },
        components: [{ type: "body", parameters: [{ type: "text", text: "Ana" }] }],
      },
    }),
  ),
);

await step("read and change the business profile", async () => {
  await client.phoneNumbers.businessProfile.update({ phoneNumberId: NUMBER, about: "Open until 20:00" });
  const profile = await client.phoneNumbers.businessProfile.get({ phoneNumberId: NUMBER, fields: "about" });
  assert.equal(profile.data[0].about, "Open until 20:00");
});

await step("an error is one of Meta's", async () => {
  await assert.rejects(
    client.messages.sendText({ phoneNumberId: "1", to: `+${person}`, body: "No" }),
    (failed) => failed.code === 100 || /does not exist/.test(failed.message),
  );
});

console.log(`${steps} passed, ${process.exitCode ? 1 : 0} failed`);
