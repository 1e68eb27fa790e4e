// The engines that run in Node, driven line by line over the standard input, so that their rounds and ours take turns:
//   verify <product> <engine>           every case against the expected decision
//   run <product> <engine> <ms>         as many checks as fit
// Each answer is one line of JSON. Arguments: the folder of the rules, and the folder into which the packages are installed.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');
const { createInterface } = require('node:readline');

const [folder, packages] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(packages), 'engines.cjs'));
const { createMongoAbility, subject } = load('@casl/ability');
const casbin = load('casbin');
const cedar = load('@cedar-policy/cedar-wasm/nodejs');

const file = name => path.join(folder, name);
const json = name => JSON.parse(fs.readFileSync(file(name), 'utf8'));

/** One ability for each user, made beforehand, as CASL's documentation has it. */
function casl(product, cases) {
  const rules = json(`${product}.casl.json`);
  const abilities = new Map(json(`${product}.users.json`).map(({ user, holding }) => [user, createMongoAbility(rules[holding])]));
  const asked = cases.map(one => ({
    user: one.user,
    ability: abilities.get(one.user),
    verb: one.verb,
    // The record that is asked about, made beforehand, too: an application has it already.
    subject: one.project === null ? one.resource : subject(one.resource, { project: one.project }),
  }));
  return {
    'casl-held': (next, count) => {
      let allowed = 0;
      for (; count > 0; count--) {
        const one = asked[next];
        if (one.ability.can(one.verb, one.subject)) allowed++;
        if (++next === asked.length) next = 0;
      }
      return allowed;
    },
    casl: (next, count) => {
      let allowed = 0;
      for (; count > 0; count--) {
        const one = asked[next];
        if (abilities.get(one.user).can(one.verb, one.subject)) allowed++;
        if (++next === asked.length) next = 0;
      }
      return allowed;
    },
  };
}

/** The decision, and, apart, the cache of decisions that casbin offers. */
async function casbinOf(product, cases) {
  const plain = await casbin.newEnforcer(file(`${product}.casbin.conf`), file(`${product}.casbin.csv`));
  const cached = await casbin.newCachedEnforcer(file(`${product}.casbin.conf`), file(`${product}.casbin.csv`));
  const scoped = cases.some(one => one.project !== null);
  const asked = cases.map(one => (scoped ? [one.user, one.project ?? '-', one.resource, one.verb] : [one.user, one.resource, one.verb]));
  return {
    casbin: (next, count) => {
      let allowed = 0;
      for (; count > 0; count--) {
        if (plain.enforceSync(...asked[next])) allowed++;
        if (++next === asked.length) next = 0;
      }
      return allowed;
    },
    'casbin-cached': async (next, count) => {
      let allowed = 0;
      for (; count > 0; count--) {
        if (await cached.enforce(...asked[next])) allowed++;
        if (++next === asked.length) next = 0;
      }
      return allowed;
    },
  };
}

/** Policies parsed beforehand; the user's entity goes with each call, because this version keeps no entities. */
function cedarOf(product, cases) {
  const parsed = cedar.preparsePolicySet(product, { staticPolicies: fs.readFileSync(file(`${product}.cedar`), 'utf8') });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  const entities = new Map(json(`${product}.cedar-entities.json`).map(entity => [entity.uid.id, [entity]]));
  const asked = cases.map(one => ({
    principal: { type: 'User', id: one.user },
    action: { type: 'Action', id: one.action },
    resource: one.project === null ? { type: 'Organization', id: product } : { type: 'Project', id: one.project },
    context: {},
    preparsedPolicySetId: product,
    entities: entities.get(one.user),
  }));
  return {
    cedar: (next, count) => {
      let allowed = 0;
      for (; count > 0; count--) {
        const answer = cedar.statefulIsAuthorized(asked[next]);
        if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer));
        if (answer.response.decision === 'allow') allowed++;
        if (++next === asked.length) next = 0;
      }
      return allowed;
    },
  };
}

async function verify(loop, cases) {
  const wrong = [];
  for (let next = 0; next < cases.length; next++)
    if (((await loop(next, 1)) === 1) !== cases[next].allowed) wrong.push(cases[next]);
  return { checked: cases.length, wrong: wrong.length, first: wrong[0] ?? null };
}

async function run(loop, cases, milliseconds) {
  const end = BigInt(milliseconds) * 1000000n;
  const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
  let [next, count, batch, allowed, elapsed] = [0, 0, 1, 0, 0n];
  while (elapsed < end) {
    const before = elapsed;
    allowed += await loop(next, batch);
    count += batch;
    next = (next + batch) % cases.length;
    elapsed = process.hrtime.bigint() - start;
    if (elapsed - before < 1000000n) batch *= 2;
  }
  const { user, system } = process.cpuUsage(used);
  return { count, elapsed: Number(elapsed), processor: (user + system) * 1000, allowed };
}

async function main() {
  const products = new Map();
  // The names of what is done are literals of a program, one object each; users' ids come with requests.
  const literals = new Map();
  const literal = text => literals.get(text) ?? (literals.set(text, text), text);
  for (const product of json('products.json')) {
    const cases = json(`${product}.cases.json`).map(one => (
      { ...one, resource: literal(one.resource), verb: literal(one.verb), action: literal(one.action) }));
    products.set(product, { cases, loops: { ...casl(product, cases), ...(await casbinOf(product, cases)), ...cedarOf(product, cases) } });
  }
  const version = name => JSON.parse(fs.readFileSync(path.join(packages, 'node_modules', name, 'package.json'), 'utf8')).version;
  console.log(JSON.stringify({
    node: process.version,
    '@casl/ability': version('@casl/ability'),
    casbin: version('casbin'),
    '@cedar-policy/cedar-wasm': version('@cedar-policy/cedar-wasm'),
    '@cerbos/cerbos-linux-x64': version('@cerbos/cerbos-linux-x64'),
  }));
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, product, engine, milliseconds] = line.split(' ');
    const { cases, loops } = products.get(product);
    console.log(JSON.stringify(command === 'verify' ? await verify(loops[engine], cases) : await run(loops[engine], cases, Number(milliseconds))));
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
