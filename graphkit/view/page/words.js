/** Plain words for entities and claims, as the tooltip, the panel and the table say them. */

const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * `--12-05`, a day of which the text gives no year, as people write it; other dates as they are.
 * @param {string} [date]
 */
function dateWords(date) {
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(date ?? "") ?? [];
  return month && MONTHS[Number(month) - 1] ? `${Number(day)} ${MONTHS[Number(month) - 1]}` : date;
}

/** What a claim says beside its type: a post, a status, how it was said. @param {Claim} claim */
function claimWords(claim) {
  const post = [claim.role, claim.unit].filter(Boolean).join(", ");
  const speech = [claim.kind && `${claim.kind} quotation`, claim.cue && `“${claim.cue}”`].filter(Boolean).join(", ");
  const parts = [post, claim.former && "former", claim.status, speech, claim.session, claim.city, claim.surface];
  return parts.filter(Boolean).join(" · ");
}

/** Where and when the article appeared, and why the claim was taken. @param {Claim} claim */
function evidenceWords(claim) {
  const { source, date } = articleByKey.get(claim.article)?.facts ?? {};
  const reason = [`rule ${claim.rule}`, `confidence ${claim.confidence.toFixed(2)}`];
  return [source, dateWords(date), ...reason].filter(Boolean).join(" · ");
}

/** @param {number} node */
function nodeWords(node) {
  const entity = EVIDENCE.entities[node];
  const lines = [entity.name, entity.label];
  if (entity.aliases.length) lines.push(`Also: ${entity.aliases.join(", ")}`);
  for (const [type, { outgoing, incoming }] of Object.entries(EVIDENCE.types)) {
    const bundles = bundlesAt[node].map((number) => EVIDENCE.bundles[number]).filter((bundle) => bundle.type === type);
    for (const [words, side] of [
      [outgoing, bundles.filter((one) => one.source === node)],
      [incoming, bundles.filter((one) => one.target === node)],
    ])
      if (side.length) lines.push(`${words}: ${side.length}`);
  }
  return lines.join("\n");
}

/** @param {number} number */
function bundleWords(number) {
  const { type, source, target, claims } = EVIDENCE.bundles[number];
  const [claim] = claims;
  const [from, to] = [EVIDENCE.entities[source].name, EVIDENCE.entities[target].name];
  const head = `${from} → ${EVIDENCE.types[type].outgoing} → ${to}`;
  const more = claims.length > 1 ? [`and ${claims.length - 1} more: click to read`] : [];
  const evidence = `${articleByKey.get(claim.article)?.name ?? claim.article} · ${evidenceWords(claim)}`;
  return [head, claimWords(claim), EVIDENCE.sentences[claim.sentence], evidence, ...more].filter(Boolean).join("\n");
}
