"use strict";

// The token stays in this page: it is kept nowhere, and sent to this server only.
(() => {
  const message = document.getElementById("message");

  async function load(token, path) {
    const answer = await fetch(path, { headers: { Authorization: "Bearer " + token } });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw new Error(problem.detail || "The server answered " + answer.status + ".");
    }
    return answer.json();
  }

  function show(document, token) {
    SwaggerUIBundle({
      spec: document,
      domNode: window.document.getElementById("viewer"),
      deepLinking: true,
      docExpansion: "none",
      filter: true,
      validatorUrl: null,
      requestInterceptor: (request) => {
        if (new URL(request.url, location.href).origin === location.origin) {
          request.headers.Authorization = "Bearer " + token;
        }
        return request;
      },
    });
  }

  document.getElementById("sign-in").addEventListener("submit", async (event) => {
    event.preventDefault();
    const token = document.getElementById("token").value.trim();
    const path = document.getElementById("operator").checked ? "../operator/openapi.json" : "../openapi.json";
    message.value = "";
    try {
      show(await load(token, path), token);
    } catch (error) {
      message.value = error.message;
    }
  });
})();
