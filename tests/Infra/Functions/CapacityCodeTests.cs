using System.Text.Json;
using System.Text.RegularExpressions;
using DrInfra.Infra.Operations;

namespace DrInfra.Tests.Infra.Functions;

public class CapacityCodeTests
{
    /// <summary>Stands for the SDK: answers from the environment, and notes what is changed.</summary>
    private const string Stub = """
        import json, os

        case = json.loads(os.environ["CASE"])
        changes = []
        counts = list(case["healthy"])

        class Client:
            def get_parameter(self, Name):
                assert Name == "/dr/main/ledger", Name
                return {"Parameter": {"Value": json.dumps({"capacity": {"journal": 2, "serving": 9}})}}

            def describe_auto_scaling_groups(self, AutoScalingGroupNames):
                assert AutoScalingGroupNames == ["ledger-servers"], AutoScalingGroupNames
                return {"AutoScalingGroups": case["groups"]}

            def set_desired_capacity(self, **change):
                changes.append(change)

            def describe_target_health(self, TargetGroupArn):
                assert TargetGroupArn == "arn:targets", TargetGroupArn
                healthy = counts.pop(0) if len(counts) > 1 else counts[0]
                states = ["healthy"] * healthy + ["initial"]
                return {"TargetHealthDescriptions": [{"TargetHealth": {"State": state}} for state in states]}

        def client(service):
            return Client()
        """;

    private const string Driver = """
        import json
        import boto3, capacity

        class Context:
            remaining = 30_000

            def get_remaining_time_in_millis(self):
                Context.remaining -= 9_000
                return Context.remaining

        capacity.time.sleep = lambda seconds: None
        try:
            answer = capacity.handler({"anything": True}, Context())
        except Exception as error:
            answer = f"{type(error).__name__}: {error}"
        print(json.dumps({"answer": answer, "changes": boto3.changes}))
        """;

    // What the code calls, so that the role of the function can be held against it.
    [Fact]
    public void Code_CallsWhatItsRoleAllows() => Assert.Equal(
        ["describe_auto_scaling_groups", "describe_target_health", "get_parameter", "set_desired_capacity"],
        Regex.Matches(CodeArchive.Source("capacity.py"), @"(?:parameters|scaling|balancing)\.(\w+)\(").Select(call => call.Groups[1].Value).Distinct().Order());

    [ToolFact("python3")]
    public async Task TooFewServers_AreRaisedToTheManifestsNumberAndAwaited() => Assert.Equal(
        """
        {"answer": {"group": "ledger-servers", "wanted": 9, "healthy": 9}, "changes":
        """ + """ [{"AutoScalingGroupName": "ledger-servers", "DesiredCapacity": 9, "HonorCooldown": false}]}""",
        await RunAsync(3, 3, 9));

    [ToolFact("python3")]
    public async Task SecondCall_ChangesNothing() => Assert.Equal(
        """{"answer": {"group": "ledger-servers", "wanted": 9, "healthy": 9}, "changes": []}""",
        await RunAsync(9, 9));

    [ToolFact("python3")]
    public async Task MoreServersThanWanted_AreLeftAlone() => Assert.Equal(
        """{"answer": {"group": "ledger-servers", "wanted": 9, "healthy": 14}, "changes": []}""",
        await RunAsync(14, 14));

    [ToolFact("python3")]
    public async Task ServersThatDoNotServeInTime_FailTheCall() => Assert.Contains(
        "TimeoutError: ledger-servers: 5 of 9 instances are healthy", await RunAsync(9, 5), StringComparison.Ordinal);

    [ToolFact("python3")]
    public async Task MissingGroup_FailsTheCall() => Assert.Contains(
        "LookupError: ledger-servers: no such Auto Scaling group", await RunAsync(null), StringComparison.Ordinal);

    private static Task<string> RunAsync(int desired, params int[] healthy) => RunAsync(
        new { AutoScalingGroupName = "ledger-servers", DesiredCapacity = desired, TargetGroupARNs = new[] { "arn:targets" } }, healthy);

    private static async Task<string> RunAsync(object? group, params int[] healthy)
    {
        var run = await ToolRun.OfAsync(
            "python3",
            "driver.py",
            new Dictionary<string, string>
            {
                ["capacity.py"] = CodeArchive.Source("capacity.py"),
                ["boto3.py"] = Stub,
                ["driver.py"] = Driver,
            },
            new Dictionary<string, string>
            {
                ["MANIFEST"] = "/dr/main/ledger",
                ["GROUP"] = "ledger-servers",
                ["CASE"] = JsonSerializer.Serialize(new { groups = group is null ? [] : new[] { group }, healthy }),
            });
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim();
    }
}
