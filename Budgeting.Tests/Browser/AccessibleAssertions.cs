using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>What must hold of everything that is shown.</summary>
internal static class AccessibleAssertions
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Asked for all that passed as well, in a page of its own, it would take several times as long. Behind an open dialog lies a page
    // that is looked at without it.
    private const string Violations = """
        async options => {
            const shown = document.querySelector('[role=dialog]') ?? document;
            const { violations } = await axe.run(shown, { resultTypes: ['violations'], ...JSON.parse(options) });
            return violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`);
        }
        """;

    private const string EveryRule = """{"rules": {"target-size": {"enabled": true}}}""";
    private const string RulesOfColours = """{"runOnly": ["color-contrast", "link-in-text-block"]}""";

    // Whatever can be pressed, and is seen, with the label that belongs to it: how far a finger may be off its middle.
    // Links within a sentence are as high as its line (WCAG 2.5.8 excepts them).
    private const string SmallTargets = """
        () => {
            const least = 44, slack = 0.5;
            const isInline = e => e.matches('a') && getComputedStyle(e).display === 'inline';
            const hits = (e, x, y) => {
                const hit = document.elementFromPoint(x, y);
                return hit !== null && (e.contains(hit) || (hit.closest('label')?.contains(e) ?? false) || (e.labels && [...e.labels].some(l => l.contains(hit))));
            };
            return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [tabindex="0"]')]
                .filter(e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !e.disabled && !e.closest('[inert], .skip, .visually-hidden') && !isInline(e) && !e.matches('.mud-simple-table'))
                .map(e => e.closest('label') ?? e)
                .filter(e => {
                    const box = e.getBoundingClientRect();
                    if (Math.min(box.width, box.height) >= least - slack) return false;
                    e.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
                    const { left, right, top, bottom } = e.getBoundingClientRect(), [x, y] = [(left + right) / 2, (top + bottom) / 2];
                    const reach = least / 2 - 1;
                    return !((box.width >= least - slack || (hits(e, x - reach, y) && hits(e, x + reach, y))) && (box.height >= least - slack || (hits(e, x, y - reach) && hits(e, x, y + reach))));
                })
                .map(e => { const b = e.getBoundingClientRect(); return `${Math.round(b.width)}×${Math.round(b.height)} ${e.outerHTML.slice(0, 160)}`; });
        }
        """;

    /// <summary>axe finds nothing, and on a touch screen whatever can be pressed is at least 44 pixels wide and high.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page, string where)
    {
        await page.WaitForFunctionAsync("() => document.title !== '' && !document.querySelector('.skeleton')");
        await page.ShouldPassAsync(EveryRule, where);
        if (await page.EvaluateAsync<bool>("() => navigator.maxTouchPoints > 0"))
        {
            (await page.EvaluateAsync<string[]>(SmallTargets)).Should().BeEmpty("a finger hits everything on {0}", where);
        }
    }

    /// <summary>The same page in other colours: axe finds nothing by the rules that look at them.</summary>
    public static Task ShouldBeLegibleAsync(this IPage page, string where) => page.ShouldPassAsync(RulesOfColours, where);

    private static async Task ShouldPassAsync(this IPage page, string rules, string where)
    {
        if (await page.EvaluateAsync<bool>("() => !window.axe"))
        {
            await page.EvaluateAsync(Axe);
        }

        (await page.EvaluateAsync<string[]>(Violations, rules)).Should().BeEmpty("axe finds nothing on {0}", where);
    }
}
