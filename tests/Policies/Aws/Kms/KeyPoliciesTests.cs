using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Aws.Kms;

public class KeyPoliciesTests
{
    private const string Own = "111122223333";
    private const string Other = "444455556666";

    [Theory]
    [InlineData(null, "Allowed")]
    [InlineData("""{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }""", "Allowed")]
    [InlineData("""{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Decrypt", "Resource": "*" }""", "Allowed")]
    [InlineData("""{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:Encrypt", "Resource": "*" }""", "Missing")]
    [InlineData(
        """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/somebody-else" }, "Action": "kms:*", "Resource": "*" }""", "Missing")]
    [InlineData(
        """
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*",
          "Condition": { "StringEquals": { "kms:ViaService": "rds.eu-west-1.amazonaws.com" } } }
        """,
        "Missing")]
    [InlineData(
        """
        { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "kms:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } } }
        """,
        "Undetermined")]
    public void ARoleThatItsOwnPoliciesAllow_UsesAKeyThatLetsThemDecide(string? statement, string expected) =>
        Assert.Equal(expected, Decide(statement, Grant.Allowed));

    [Theory]
    [InlineData(null, "Missing")]
    [InlineData("""{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }""", "Missing")]
    [InlineData(
        """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/path/reader" }, "Action": "kms:Decrypt", "Resource": "*" }""", "Allowed")]
    [InlineData(
        """
        { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "kms:Decrypt", "Resource": "*",
          "Condition": { "StringEquals": { "kms:CallerAccount": "111122223333" } } }
        """,
        "Allowed")]
    [InlineData(
        """
        { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "kms:Decrypt", "Resource": "*",
          "Condition": { "StringEquals": { "kms:CallerAccount": "444455556666" } } }
        """,
        "Missing")]
    public void ARoleWithoutPoliciesOfItsOwn_UsesAKeyThatNamesIt(string? statement, string expected) =>
        Assert.Equal(expected, Decide(statement, Grant.Missing));

    [Theory]
    [InlineData("""{ "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "kms:Decrypt", "Resource": "*" }""", "Denied")]
    [InlineData(
        """{ "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/admin" }, "Action": "kms:Decrypt", "Resource": "*" }""", "Denied")]
    [InlineData(
        """{ "Effect": "Deny", "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:role/reader" }, "Action": "kms:Decrypt", "Resource": "*" }""", "Allowed")]
    [InlineData("""{ "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "kms:ScheduleKeyDeletion", "Resource": "*" }""", "Allowed")]
    public void ADenial_GoesBeforeEverything(string denial, string expected) => Assert.Equal(
        expected,
        Decide(
            """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }, """ + denial,
            Grant.Allowed));

    [Theory]
    [InlineData(null, "Missing")]
    [InlineData("""{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "kms:*", "Resource": "*" }""", "Missing")]
    [InlineData("""{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:Decrypt", "Resource": "*" }""", "Allowed")]
    public void AKeyOfAnotherAccount_MustNameTheRolesAccount(string? statement, string expected) =>
        Assert.Equal(expected, Decide(statement, Grant.Allowed, Other));

    [Fact]
    public void AKeyOfAnotherAccountThatNamesTheRole_NeedsTheRolesOwnPolicyToo() => Assert.Equal(
        "Missing",
        Decide(
            """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/reader" }, "Action": "kms:Decrypt", "Resource": "*" }""",
            Grant.Missing, Other));

    [Fact]
    public void AnUnknownPolicy_IsUndetermined() => Assert.Equal("Undetermined", Decide("?", Grant.Allowed));

    [Theory]
    [InlineData("Decrypt", "Allowed")]
    [InlineData("Encrypt", "Missing")]
    public void AGrant_AllowsItsOperations(string operation, string expected)
    {
        var graph = Graph("""{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/admin" }, "Action": "kms:*", "Resource": "*" }""", Own)
            .Add(
                "aws:kms/grant:Grant", "grant",
                $$"""{ "keyId": "key-1", "granteePrincipal": "arn:aws:iam::{{Own}}:role/reader", "operations": ["{{operation}}"] }""");

        Assert.Equal(expected, Decide(graph, Grant.Missing));
    }

    private static string Decide(string? statements, Grant identity, string account = Own) => Decide(Graph(statements, account), identity);

    private static string Decide(TestGraph graph, Grant identity)
    {
        var estate = Estate.Of([graph.Build()], AwsNames.Instance);
        var context = AccessContext.Of(("kms:ViaService", ["s3.eu-west-1.amazonaws.com"]));
        return KeyPolicies.Decide(estate, estate.OfType(KmsTypes.Key).Single(), estate.OfType(IamTypes.Role).Single(), "kms:Decrypt", context, identity)
            .ToString();
    }

    private static TestGraph Graph(string? statements, string account)
    {
        var policy = statements switch
        {
            null => "{}",
            "?" => """{ "policy": "?" }""",
            _ => $$"""{ "policy": { "Statement": [{{statements}}] } }""",
        };
        return new TestGraph()
            .Add("aws:kms/key:Key", "key", policy, id: "key-1", outputs: $$"""{ "arn": "arn:aws:kms:eu-west-1:{{account}}:key/key-1" }""")
            .Add("aws:iam/role:Role", "reader", """{ "name": "reader" }""", id: "reader", outputs: $$"""{ "arn": "arn:aws:iam::{{Own}}:role/reader" }""");
    }
}
