namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>What a rule of a choice says of the holder of a lease: whether it is this Region, once the rule is true, or once it is false.</summary>
/// <param name="WhenTrue">Null where it may say so.</param>
/// <param name="WhenFalse">Null where it may say so.</param>
/// <param name="Read">The state that read the holder; null where none did.</param>
internal sealed record HolderTest(bool? WhenTrue, bool? WhenFalse, LeaseRead? Read)
{
    public static readonly HolderTest Nothing = new(false, false, null);

    /// <summary>What a rule says, in paths of JSON or as an expression of JSONata.</summary>
    /// <param name="reads">What was read before it.</param>
    /// <param name="region">The machine's own; null where it is not known.</param>
    public static HolderTest Of(Prop rule, IReadOnlyList<LeaseRead> reads, string? region)
    {
        if (rule["Condition"].Text is { } expression)
        {
            return JsonataText.Test(Body(expression), (left, right, equal) => Compares(left, right, equal, reads, region));
        }

        if (rule["Not"] is { IsAbsent: false } not)
        {
            return Of(not, reads, region).Opposite();
        }

        if (rule["And"] is { IsAbsent: false } and)
        {
            return All([.. and.Items.Select(part => Of(part, reads, region))]);
        }

        if (rule["Or"] is { IsAbsent: false } or)
        {
            return Any([.. or.Items.Select(part => Of(part, reads, region))]);
        }

        var read = rule["Variable"].Text is { } variable ? Reader(variable, reads) : null;
        return read is null ? MayBe(rule["StringEquals"].Text, reads, region)
            : !rule["StringEqualsPath"].IsAbsent ? new HolderTest(null, false, read)
            : IsOwn(rule["StringEquals"].Text ?? rule["StringMatches"].Text, region, read);
    }

    /// <summary>The ways out of a choice, each with what the rules say of the holder by being true or, those before it, false.</summary>
    /// <param name="choice">The state.</param>
    /// <param name="reads">What was read before it.</param>
    /// <param name="region">The machine's own Region; null where it is not known.</param>
    public static IEnumerable<(Prop Next, HolderTest Held)> Ways(Prop choice, IReadOnlyList<LeaseRead> reads, string? region)
    {
        var before = Nothing;
        foreach (var rule in choice["Choices"].Items)
        {
            var test = Of(rule, reads, region);
            yield return (rule["Next"], before.Or(test.WhenTrue, test.Read));
            before = before.Or(test.WhenFalse, test.Read);
        }

        yield return (choice["Default"], before);
    }

    /// <summary>It, or what was said before.</summary>
    private HolderTest Or(bool? said, LeaseRead? read) => new(
        WhenTrue == true || said == true ? true : WhenTrue is null || said is null ? null : false, false, said == false ? Read : read ?? Read);

    /// <summary>The same of the rule that is true where this one is false.</summary>
    public HolderTest Opposite() => new(WhenFalse, WhenTrue, Read);

    /// <summary>All are true: one that says so suffices. Not all are: each has to say so.</summary>
    public static HolderTest All(IReadOnlyList<HolderTest> parts) => new(
        OneOf(parts.Select(part => part.WhenTrue)), EachOf(parts.Select(part => part.WhenFalse)), ReadOf(parts));

    /// <summary>One is true: each has to say so. None is: one that says so suffices.</summary>
    public static HolderTest Any(IReadOnlyList<HolderTest> parts) => new(
        EachOf(parts.Select(part => part.WhenTrue)), OneOf(parts.Select(part => part.WhenFalse)), ReadOf(parts));

    private static HolderTest Compares(string left, string right, bool equal, IReadOnlyList<LeaseRead> reads, string? region)
    {
        var (variable, literal) = JsonataText.Literal(right) is { } text ? (left, text) : (right, JsonataText.Literal(left));
        var read = Reader(variable, reads) ?? (literal is null ? Reader(left, reads) : null);
        var test = read is null ? MayBe(literal, reads, region)
            : literal is null ? new HolderTest(null, false, read)
            : IsOwn(literal, region, read);
        return equal ? test : test.Opposite();
    }

    private static HolderTest IsOwn(string? literal, string? region, LeaseRead read) =>
        literal is null ? Nothing : region is null ? new HolderTest(null, false, read) : literal == region ? new HolderTest(true, false, read) : Nothing;

    // Its own Region is compared with something of which it is not seen where it comes from: with what was read, maybe.
    private static HolderTest MayBe(string? literal, IReadOnlyList<LeaseRead> reads, string? region) =>
        reads.Count > 0 && literal is not null && literal == region ? new HolderTest(null, false, reads[^1]) : Nothing;

    private static LeaseRead? Reader(string variable, IReadOnlyList<LeaseRead> reads) => reads.LastOrDefault(read => read.Gives(variable));

    private static LeaseRead? ReadOf(IReadOnlyList<HolderTest> parts) =>
        (parts.FirstOrDefault(part => part.WhenTrue == true || part.WhenFalse == true) ?? parts.FirstOrDefault(part => part.Read is not null))?.Read;

    private static bool? OneOf(IEnumerable<bool?> said) => said.Contains(true) ? true : said.Contains(null) ? null : false;

    private static bool? EachOf(IEnumerable<bool?> said) => said.Contains(false) || !said.Any() ? false : said.Contains(null) ? null : true;

    private static string Body(string expression)
    {
        var text = expression.Trim();
        return text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal) ? text[2..^2].Trim() : text;
    }
}
