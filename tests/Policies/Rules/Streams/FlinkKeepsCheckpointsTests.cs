using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class FlinkKeepsCheckpointsTests
{
    private static readonly FlinkKeepsCheckpoints Rule = new();

    [Theory]
    [InlineData("""{ "runtimeEnvironment": "FLINK-1_20" }""")]
    [InlineData("""{ "runtimeEnvironment": "SQL-1_0" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "runtimeEnvironment": "FLINK-1_20", "applicationConfiguration": { "flinkApplicationConfiguration": {
          "checkpointConfiguration": { "configurationType": "CUSTOM", "checkpointingEnabled": false } } } }
        """,
        "checkpoints are off")]
    [InlineData(
        """
        { "runtimeEnvironment": "FLINK-1_20", "applicationConfiguration": { "flinkApplicationConfiguration": {
          "checkpointConfiguration": { "configurationType": "CUSTOM", "checkpointInterval": 301000 } } } }
        """,
        "checkpoints are 301 s apart, at most 300 s allowed")]
    [InlineData(
        """{ "runtimeEnvironment": "FLINK-1_20", "applicationConfiguration": { "applicationSnapshotConfiguration": { "snapshotsEnabled": false } } }""",
        "snapshots are disabled")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"job: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kinesisanalyticsv2/application:Application", "job", inputs);
}
