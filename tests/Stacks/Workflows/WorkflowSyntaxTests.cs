namespace DrInfra.Tests.Stacks.Workflows;

public class WorkflowSyntaxTests
{
    private const string Sound =
        """
        on: push
        jobs:
          one:
            runs-on: ubuntu-latest
            steps:
              - id: first
                run: echo one
              - uses: actions/checkout@08eba0b27e820071cde6df949e0beb9ba4906955
                if: ${{ steps.first.outputs.a == 'b' && !cancelled() }}

        """;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows")).Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryWorkflow_IsWrittenByTheRules(string file)
    {
        Assert.EndsWith(".yml", file, StringComparison.Ordinal);
        Assert.Empty(WorkflowSyntax.Problems(Repository.Read($".github/workflows/{file}")));
    }

    [Fact]
    public void ASoundWorkflow_HasNoProblem() => Assert.Empty(WorkflowSyntax.Problems(Sound));

    [Theory]
    [InlineData("on: push", "on: pushed", "no event")]
    [InlineData("runs-on", "run-on", "unknown key run-on")]
    [InlineData("    runs-on: ubuntu-latest\n", "", "needs runs-on")]
    [InlineData("run: echo one", "run: echo one\n        uses: a/b@08eba0b27e820071cde6df949e0beb9ba4906955", "one of uses and run")]
    [InlineData("run: echo one", "run: echo ${{ github.head_ref }}", "pass it by env")]
    [InlineData("run: echo one", "run: echo one\n        run: echo two", "Duplicate")]
    [InlineData("@08eba0b27e820071cde6df949e0beb9ba4906955", "@v4", "not pinned")]
    [InlineData("steps.first", "steps.second", "no step second")]
    [InlineData("cancelled()", "canceled()", "canceled")]
    [InlineData("jobs:", "permissions:\n  content: read\njobs:", "no scope")]
    [InlineData("    runs-on", "    needs: two\n    runs-on", "no other job")]
    public void AMistake_IsSeen(string right, string wrong, string expected)
    {
        var text = Sound.ReplaceLineEndings("\n").Change(right, wrong);

        Assert.Contains(WorkflowSyntax.Problems(text), problem => problem.Contains(expected, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void AForksPullRequest_GetsNoCredentials()
    {
        var text = Repository.Read(".github/workflows/preview.yml");

        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        var fork = text[text.IndexOf("  emulated:", StringComparison.Ordinal)..];
        Assert.DoesNotContain("role-to-assume", fork, StringComparison.Ordinal);
        Assert.DoesNotContain("write", fork.Change("may not write", ""), StringComparison.Ordinal);
    }
}
