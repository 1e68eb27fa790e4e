// An OpenID Connect provider for the tests of signing in. Started as
//   node provider.mjs <folder of node_modules>
// it says "ready <issuer>" once it serves, takes "origin <origin>" for the origin whose /signin/callback is registered, and ends with its input.
// Whoever gives a login is that user; "unverified" has an address that was never verified.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { default: Provider } = await import(pathToFileURL(`${process.argv[2]}/node_modules/oidc-provider/lib/index.js`));

const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://localhost:${server.address().port}`;
const secret = 'a-client-secret: with/characters+that=are&escaped';
const client = (client_id, more) => ({ client_id, redirect_uris: ['http://127.0.0.1/signin/callback'], ...more });

const provider = new Provider(issuer, {
  clients: [
    client('rbac', { client_secret: secret }),
    client('rbac-post', { client_secret: secret, token_endpoint_auth_method: 'client_secret_post' }),
    client('rbac-public', { token_endpoint_auth_method: 'none' }),
    client('rbac-elliptic', { client_secret: secret, id_token_signed_response_alg: 'ES256' }),
  ],
  jwks: { keys: await keys() },
  cookies: { keys: ['a key for cookies that last as long as a test'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: `${id}@acme.example`, email_verified: id !== 'unverified' }),
  }),
});

let origin = '';
// Tests learn their own port only once they serve.
provider.Client.prototype.redirectUriAllowed = (uri) => uri === `${origin}/signin/callback`;
provider.Client.prototype.postLogoutRedirectUriAllowed = (uri) => uri === `${origin}/signed-out`;
server.on('request', provider.callback());

createInterface({ input: process.stdin })
  .on('line', (line) => { if (line.startsWith('origin ')) { origin = line.slice(7); console.log('known'); } })
  .on('close', () => process.exit(0));
console.log(`ready ${issuer}`);

async function keys() {
  const { generateKeyPairSync } = await import('node:crypto');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return [{ ...rsa, use: 'sig', kid: 'rsa' }, { ...curve, use: 'sig', kid: 'curve' }];
}
