"use strict";

// What a page does, by the form it has. Bodies and answers are those of the API.
const acts = {
  accept: { path: "users/invitations/accept", done: (answer) => "You are in. Sign in to " + organization + " with your address and password." },
  reset: { path: "users/auth/password-reset/confirm", done: () => "The password is set. You can sign in with it." },
  verify: { path: "users/auth/verify-email", done: () => "Your address is confirmed." },
};

const form = document.querySelector("form");
const message = document.getElementById("message");
const token = decodeURIComponent(location.hash.slice(1));
let organization = "";
history.replaceState(null, "", location.pathname); // neither history nor a look over the shoulder keeps it

function say(text, wrong) {
  message.textContent = text;
  message.className = wrong ? "wrong" : "";
}

async function post(path, body) {
  const answer = await fetch("api/v1/" + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const content = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new Error(reason(content));
  }
  return content;
}

function reason(problem) {
  const faults = (problem.errors || []).map((fault) => fault.detail || fault.message).filter(Boolean);
  return faults.length ? faults.join(" ") : problem.detail || problem.title || "That did not work.";
}

async function guarded(work) {
  const button = form.querySelector("button");
  button.disabled = true;
  say("");
  try {
    await work();
  } catch (e) {
    say(e.message, true);
  } finally {
    button.disabled = false;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const act = acts[form.dataset.act];
  guarded(async () => {
    const fields = Object.fromEntries(new FormData(form));
    const answer = await post(act.path, { token, ...fields });
    form.hidden = true;
    say(act.done(answer));
  });
});

if (form.dataset.act === "accept") {
  const offer = document.getElementById("offer");
  guarded(async () => {
    try {
      const invitation = await post("users/invitations/lookup", { token });
      organization = invitation.organization;
      offer.textContent = "You are invited to " + organization + " as " + invitation.email + ".";
      form.hidden = false;
    } catch (e) {
      offer.hidden = true;
      throw e;
    }
  });
} else if (!token) {
  form.hidden = true;
  say("Something is missing from the link. Copy the whole of it from the mail.", true);
}
