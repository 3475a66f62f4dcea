using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class MultiAzClusterIsCompleteTests
{
    private static readonly MultiAzClusterIsComplete Rule = new();

    [Theory]
    [InlineData("""{ "engine": "postgres", "dbClusterInstanceClass": "db.m6gd.large", "allocatedStorage": 100, "storageType": "io1", "iops": 1000 }""")]
    [InlineData("""{ "engine": "postgres", "dbClusterInstanceClass": "db.m6gd.large", "allocatedStorage": 100, "storageType": "gp3" }""")]
    [InlineData("""{ "engine": "aurora-postgresql" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "engine": "postgres", "dbClusterInstanceClass": "db.m6gd.large", "storageType": "io1", "iops": 1000 }""",
        "a Multi-AZ DB cluster needs allocatedStorage")]
    [InlineData(
        """{ "engine": "postgres", "dbClusterInstanceClass": "db.m6gd.large", "allocatedStorage": 100, "storageType": "io1" }""",
        "storage of type io1 needs iops")]
    [InlineData(
        """{ "engine": "mariadb", "dbClusterInstanceClass": "db.m6gd.large", "allocatedStorage": 100, "storageType": "io1", "iops": 1000 }""",
        "Multi-AZ DB clusters do not support the engine mariadb")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"main: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/cluster:Cluster", "main", inputs);
}
