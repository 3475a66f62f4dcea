using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Checking;

namespace DrInfra.Tests.Drctl.Diff;

public class AccessGuardsTests
{
    private const string Role = "aws:iam/role:Role";
    private const string Entry = "aws:eks/accessEntry:AccessEntry";

    private static CheckResult Nothing => new() { Report = new CheckReport { AsOf = TestGraph.Today, Stacks = [] } };

    // An access entry keeps the id of its role, whatever the name of the next one.
    [Fact]
    public void ReplacedRoleOfAnAccessEntry_IsRefused()
    {
        var refused = Assert.Single(Refused(Graph(), Graph().With("plan", "path", "/plans/")));

        Assert.Equal("operation-access-detached", refused.Refusal.Rule.Id);
        Assert.Equal("replaces the role of an access entry: entry keeps the id of the present role and admits no other", refused.Refusal.Reason);
        Assert.Equal("plan", refused.Change.Name);
    }

    [Fact]
    public void DeletedRoleOfAnAccessEntryThatStays_IsRefused() =>
        Assert.StartsWith("deletes the role", Assert.Single(Refused(Graph(), Graph().Without("plan"))).Refusal.Reason, StringComparison.Ordinal);

    [Fact]
    public void RoleThatGoesWithItsAccessEntry_IsNotRefused()
    {
        Assert.Empty(Refused(Graph(), Graph().Without("plan").Without("entry")));
        Assert.Empty(Refused(Graph(), Graph().With("plan", "path", "/plans/").With("entry", "clusterName", "other")));
    }

    [Fact]
    public void RoleThatChangesInPlace_IsNotRefused() => Assert.Empty(Refused(Graph(), Graph().With("plan", "description", "of a plan")));

    private static IReadOnlyList<RefusedOperation> Refused(TestGraph before, TestGraph after) =>
        ChangeReview.Of([StackComparison.Of(before.Build(), after.Build())], Nothing, Nothing).Refused;

    private static TestGraph Graph() => new TestGraph()
        .Add(Role, "plan", """{ "name": "plan", "path": "/" }""", outputs: """{ "arn": "arn:aws:iam::111122223333:role/plan" }""")
        .Add(Entry, "entry", """{ "clusterName": "main", "principalArn": "arn:aws:iam::111122223333:role/plan" }""");
}
