// What the script needs of the product beside the library that it tries: to wait for it, to be the person on the phone, to make
// a webhook.
import { existsSync, readFileSync } from "node:fs";

const { BASE_URL, CHASQUI_KEY, LOG, PRODUCT, SANDBOX } = process.env;
const TWO_MINUTES = 120_000;

/** Asks again and again until there is an answer. */
export async function until(what, question, patience = 60_000) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not within ${patience / 1000} s: ${what}`);
}

/** Waits until the product is ready with its first account; answers Meta's ids of it. */
export async function ready() {
  await until("the product is ready", isReady, TWO_MINUTES);
  const credentials = Object.fromEntries(
    readFileSync(SANDBOX, "utf8")
      .split("\n")
      .filter((line) => /^[a-z-]+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1).trim()]),
  );
  const number = credentials["phone-number-id"];
  await until("the first number is connected", async () =>
    (await api("GET", "/phone_numbers")).some((one) => one.phone_number_id === number),
  );
  return { number, waba: credentials["waba-id"], token: credentials.token };
}

async function isReady() {
  try {
    process.kill(Number(PRODUCT), 0);
  } catch {
    throw new Error("the product has ended");
  }
  // The server itself answers some seconds earlier, also for its health: that is not the product yet.
  return readFileSync(LOG, "utf8").includes("Chasqui is ready.") && existsSync(SANDBOX);
}

/** Calls the product's own API. */
export async function api(method, path, body) {
  const answer = await fetch(`${BASE_URL}/api/v1/whatsapp${path}`, {
    method,
    headers: { Authorization: `Bearer ${CHASQUI_KEY}`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

/** A person writes to the number, on the phone of the sandbox. */
export async function personWrites({ number, token }, person, text) {
  const answer = await fetch(`${BASE_URL}/sandbox/control/numbers/${number}/people/${person}/messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ text }),
  });
  if (!answer.ok) {
    throw new Error(`the phone of the sandbox: ${answer.status} ${await answer.text()}`);
  }
}
