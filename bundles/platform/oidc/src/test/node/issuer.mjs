// A real OpenID provider whose clients ask for tokens with the claims they name; it prints its address when it listens.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider from 'oidc-provider';

const jwk = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: randomUUID(),
  use: 'sig',
  alg: 'RS256',
});

const make = (issuer, key) =>
  new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [
      {
        client_id: 'tests',
        client_secret: 'secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    scopes: ['api'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (ctx, resource) => ({
          scope: 'api',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (ctx) => JSON.parse(ctx.get('x-claims') || '{}'),
  });

let callback;
let key;
const server = createServer((request, response) => {
  if (request.url === '/rotate') {
    key = jwk();
    callback = make(issuer, key).callback();
    response.end(key.kid);
  } else if (request.url === '/imitate') { // the same keys under another name
    callback = make('http://somebody.else.example', key).callback();
    response.end(key.kid);
  } else {
    callback(request, response);
  }
});

let issuer;
server.listen(Number(process.argv[2] || 0), '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  key = jwk();
  callback = make(issuer, key).callback();
  console.log(issuer);
});
