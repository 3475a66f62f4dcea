using System.Text.RegularExpressions;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Detection;

public sealed partial class LambdaCanRun() : ResourceRule(LambdaTypes.Function)
{
    private static readonly double LongestSeconds = FactBook.Number("lambda-timeout-max");

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // What is not stated has a default that works.
        if (node["timeout"] is { IsAbsent: false, IsUnknown: false } timeout && !(timeout.Number >= 1 && timeout.Number <= LongestSeconds))
        {
            yield return Verdict.Violation($"the timeout is {timeout} seconds, 1 to {LongestSeconds} allowed", timeout.Path);
        }

        if (node["memorySize"] is { IsAbsent: false, IsUnknown: false } memory && FactBook.Get("lambda-memory") is var possible
            && !(memory.Number >= possible.Minimum && memory.Number <= possible.Maximum))
        {
            yield return Verdict.Violation($"the memory is {memory} MB, {possible.Value} allowed", memory.Path);
        }

        if (node["reservedConcurrentExecutions"] is { Number: 0 } reserved)
        {
            yield return Verdict.Violation("its reserved concurrency is 0, so it never runs", reserved.Path);
        }

        foreach (var architecture in node["architectures"].Items.Where(architecture => architecture.Text is { } text && text is not ("arm64" or "x86_64")))
        {
            yield return Verdict.Violation($"Lambda has no architecture {architecture}", architecture.Path);
        }

        if (node["packageType"].Text == "Image")
        {
            yield break;
        }

        var runtime = node["runtime"];
        if (!runtime.IsUnknown && !(runtime.Text is { } text2 && Form().IsMatch(text2)))
        {
            yield return Verdict.Violation($"Lambda has no runtime {runtime}", runtime.Path);
        }

        var handler = node["handler"];
        if (!handler.IsUnknown && string.IsNullOrEmpty(handler.Text))
        {
            yield return Verdict.Violation("it has no handler", handler.Path);
        }
    }

    // Whether it is still supported is another rule's question.
    [GeneratedRegex(@"^(nodejs\d+\.x|python\d\.\d+|java\d+(\.al2(023)?)?|dotnet(core)?\d+(\.\d)?|ruby\d\.\d|go1\.x|provided(\.al2(023)?)?)$")]
    private static partial Regex Form();
}
