using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class DatabasePasswordIsInSecretTests
{
    private static readonly DatabasePasswordIsInSecret Rule = new();

    private const string Password = "random:index/randomPassword:RandomPassword";
    private const string Cluster = "aws:rds/cluster:Cluster";

    [Fact]
    public void PasswordInASecret_IsCompliant() => Assert.Empty(Graph()
        .Add("aws:secretsmanager/secret:Secret", "secret", id: "s")
        .Add(
            "aws:secretsmanager/secretVersion:SecretVersion", "version", """{ "secretId": "s", "secretString": "?" }""",
            dependencies: ("secretString", Password, "password"))
        .Violations(Rule));

    [Fact]
    public void PasswordNowhere_IsAViolation() => Assert.Equal(["cluster: no secret of the program stores the password"], Graph().Violations(Rule));

    [Fact]
    public void SourceThatIsNotInTheGraph_IsReportedAsUnknown() => Assert.Equal(
        ["cluster: masterPassword"],
        new TestGraph().Add(Cluster, "cluster", """{ "masterPassword": "?" }""", dependencies: ("masterPassword", Password, "password")).Unknown(Rule));

    [Fact]
    public void PasswordFromConfiguration_IsNotApplicable() =>
        Assert.Empty(new TestGraph().Add(Cluster, "cluster", """{ "masterPassword": "x" }""").Violations(Rule));

    private static TestGraph Graph() => new TestGraph()
        .Add(Password, "password")
        .Add(Cluster, "cluster", """{ "masterPassword": "?" }""", dependencies: ("masterPassword", Password, "password"));
}
