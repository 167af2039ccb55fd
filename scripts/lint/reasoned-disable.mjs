/** A rule that is switched off says why: `// oxlint-disable-next-line rule -- the reason`. */
const reasonedDisable = {
  meta: { type: "problem", schema: [], messages: { reason: "Say why the rule is switched off: `oxlint-disable… rule -- reason`." } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const isDirective = /^\s*(?:eslint|oxlint)-disable/.test(comment.value);
          if (isDirective && !/\s--\s+\S/.test(comment.value)) context.report({ loc: comment.loc, messageId: "reason" });
        }
      },
    };
  },
};

export default { meta: { name: "cloudviz" }, rules: { "reasoned-disable": reasonedDisable } };
