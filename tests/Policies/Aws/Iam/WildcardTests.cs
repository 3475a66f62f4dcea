using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Operations;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Aws.Iam;

/// <summary>Every short pattern against every short text, beside the definition of a match.</summary>
public class WildcardTests
{
    private static readonly string[] Patterns = [.. Words("aB*?\\", 5)];

    private static readonly string[] Texts = [.. Words("aB?\\", 3)];

    [Fact]
    public void InIam_AnAsteriskIsAnythingAndAQuestionMarkIsOneCharacter() => Assert.Empty(
        from pattern in Patterns
        from text in Texts
        where IamPattern.Matches(pattern, text) != Matches(pattern, text, questionMark: true)
        select $"pattern '{pattern}', text '{text}'");

    [Fact]
    public void InActions_CaseMakesNoDifference() => Assert.Empty(
        from pattern in Words("aA*?\\", 4)
        from text in Words("aA?\\", 3)
        where IamPattern.Matches(pattern, text, ignoreCase: true) != Matches(pattern.ToUpperInvariant(), text.ToUpperInvariant(), questionMark: true)
        select $"pattern '{pattern}', text '{text}'");

    [Fact]
    public void InAnArnWithAnIdToCome_APatternReachesEveryId_OrPerhapsThisOne_OrNone() => Assert.Empty(
        from pattern in Words("aB*?", 4)
        from arn in new[] { "{id}", "a{id}", "{id}B", "a{id}B" }
        let some = Words("aB", 4).Any(id => Matches(pattern, arn.ChangeAll("{id}", id), questionMark: true))
        let expected = Matches(pattern, arn, questionMark: true) ? true : some ? (bool?)null : false
        where IamPattern.Reaches(pattern, arn) != expected
        select $"pattern '{pattern}', ARN '{arn}'");

    [Fact]
    public void InUrns_AnAsteriskIsAnythingAndAQuestionMarkIsItself() => Assert.Empty(
        from pattern in Patterns
        let waivers = new Waiver[] { new(OperationRules.DataDeleted.Id, pattern, "a reason", "an owner", new DateOnly(2027, 1, 1), 1) }
        from text in Texts
        where OperationWaivers.Find(waivers, OperationRules.DataDeleted, text) is null == Matches(pattern, text, questionMark: false)
        select $"pattern '{pattern}', text '{text}'");

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool questionMark) => pattern switch
    {
        [] => text.IsEmpty,
        ['*', .. var rest] => Matches(rest, text, questionMark) || (!text.IsEmpty && Matches(pattern, text[1..], questionMark)),
        [var first, .. var rest] => !text.IsEmpty && (first == text[0] || (questionMark && first == '?')) && Matches(rest, text[1..], questionMark),
    };

    private static IEnumerable<string> Words(string letters, int longest) => longest == 0
        ? [string.Empty]
        : Words(letters, longest - 1).SelectMany(word => letters.Select(letter => word + letter)).Prepend(string.Empty);
}
