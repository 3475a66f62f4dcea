using DrInfra.Policies.Graph;
using static DrInfra.Tests.TestResource;

namespace DrInfra.Tests.Drctl.Export;

public class TerraformExportTests
{
    private static readonly GraphResource Ireland = Provider("aws-eu-west-1", "eu-west-1");

    private static readonly GraphResource Key = Resource("aws:kms/key:Key", "main-key", """{ "description": "keeps ${data} and %{more}" }""") with
    {
        Id = "1234abcd-12ab",
        Provider = $"{Ireland.Urn}::id",
        Outputs = Values("""{ "arn": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab", "keyId": "1234abcd-12ab" }"""),
        Protect = true,
    };

    private static readonly GraphResource Bucket = Resource("aws:s3/bucket:Bucket", "raw", """{ "bucket": "raw-data" }""") with
    {
        Id = "raw-data",
        Outputs = Values("""{ "arn": "arn:aws:s3:::raw-data", "bucket": "raw-data" }"""),
    };

    private static readonly GraphResource Password = Resource("random:index/randomPassword:RandomPassword", "password", """{ "length": 40 }""") with
    {
        Id = "none",
        Outputs = Values($$"""{ "result": {{Secret("\"hunter2hunter2\"")}} }"""),
    };

    [Fact]
    public void Resource_HasItsProviderAndLifecycle()
    {
        var module = ExportedModule.Of(Ireland, Key);

        Assert.Equal("\"aws.eu_west_1\"", module.At("resource.aws_kms_key.main_key.provider"));
        Assert.Equal("""[{"alias":"eu_west_1","region":"eu-west-1"}]""", module.At("provider.aws"));
        Assert.Equal("""{"prevent_destroy":true}""", module.At("resource.aws_kms_key.main_key.lifecycle"));
        Assert.Equal("""{"source":"hashicorp/aws","version":"~> 5.100"}""", module.At("terraform.required_providers.aws"));
    }

    [Fact]
    public void TemplateMarksInTexts_AreEscaped() =>
        Assert.Equal("\"keeps $${data} and %%{more}\"", ExportedModule.Of(Ireland, Key).At("resource.aws_kms_key.main_key.description"));

    [Fact]
    public void ValueOfAResourceItDependsOn_IsAReference()
    {
        var alias = Resource("aws:kms/alias:Alias", "alias", """{ "name": "alias/main", "targetKeyId": "1234abcd-12ab" }""") with
        {
            Dependencies = [Key.Urn],
            PropertyDependencies = On(("targetKeyId", Key.Urn)),
        };

        var module = ExportedModule.Of(Ireland, Key, alias);

        Assert.Equal("\"${aws_kms_key.main_key.id}\"", module.At("resource.aws_kms_alias.alias.target_key_id"));
        Assert.Null(module.At("resource.aws_kms_alias.alias.depends_on"));
        Assert.Equal(1, module.Report.References);
    }

    [Fact]
    public void EqualValueWithoutADependency_StaysLiteral()
    {
        var alias = Resource("aws:kms/alias:Alias", "alias", """{ "targetKeyId": "1234abcd-12ab" }""") with { Dependencies = [Key.Urn] };

        var module = ExportedModule.Of(Ireland, Key, alias);

        Assert.Equal("\"1234abcd-12ab\"", module.At("resource.aws_kms_alias.alias.target_key_id"));
        Assert.Equal("""["aws_kms_key.main_key"]""", module.At("resource.aws_kms_alias.alias.depends_on"));
    }

    [Fact]
    public void PartsOfAPolicy_AreReferences()
    {
        var policy = Resource(
            "aws:s3/bucketPolicy:BucketPolicy", "policy",
            """{ "bucket": "raw-data", "policy": { "Resource": ["arn:aws:s3:::raw-data", "arn:aws:s3:::raw-data/${aws:PrincipalTag/t}"] } }""") with
        {
            PropertyDependencies = On(("bucket", Bucket.Urn), ("policy", Bucket.Urn)),
        };

        var module = ExportedModule.Of(Bucket, policy);

        Assert.Equal(
            """
            "{\"Resource\":[\"${aws_s3_bucket.raw.arn}\",\"${aws_s3_bucket.raw.arn}/$${aws:PrincipalTag/t}\"]}"
            """,
            module.At("resource.aws_s3_bucket_policy.policy.policy"));
        Assert.Equal("\"${aws_s3_bucket.raw.id}\"", module.At("resource.aws_s3_bucket_policy.policy.bucket"));
    }

    [Fact]
    public void OnlyItemAndPlurals_BecomeBlocks()
    {
        var table = Resource(
            "aws:dynamodb/table:Table",
            "t", """{ "attributes": [{ "name": "id", "type": "S" }], "pointInTimeRecovery": { "enabled": true }, "tags": { "camelCase": "kept" } }""");

        var module = ExportedModule.Of(table);

        Assert.Equal(
            """{"attribute":[{"name":"id","type":"S"}],"point_in_time_recovery":[{"enabled":true}],"tags":{"camelCase":"kept"}}""",
            module.At("resource.aws_dynamodb_table.t"));
    }

    [Fact]
    public void ObjectThatIsAValue_StatesEveryField()
    {
        var group = Resource(
            "aws:ec2/securityGroup:SecurityGroup", "g", """{ "egress": [{ "fromPort": 0, "toPort": 0, "protocol": "-1" }] }""");

        Assert.Equal(
            """
            [{"from_port":0,"protocol":"-1","to_port":0,"cidr_blocks":null,"description":null,"ipv6_cidr_blocks":null,"prefix_list_ids":null,
                "security_groups":null,"self":null}]
            """.OneLine(),
            ExportedModule.Of(group).At("resource.aws_security_group.g.egress"));
    }

    [Fact]
    public void PropertyThatTheProviderLacks_IsListed()
    {
        var bucket = Resource("aws:s3/bucket:Bucket", "raw", """{ "bucket": "raw-data", "bucketNamespace": "x" }""");

        var module = ExportedModule.Of(bucket);

        Assert.Equal("""{"bucket":"raw-data"}""", module.At("resource.aws_s3_bucket.raw"));
        Assert.Equal(("bucketNamespace", "not in hashicorp/aws 5.100.0"), Assert.Single(module.Report.LeftOut.Select(part => (part.Property, part.Reason))));
    }

    [Fact]
    public void ResourceThatTheProviderLacks_IsListedAndItsOwnDependenciesAreAwaited()
    {
        var plan = Resource("aws:arcregionswitch/plan:Plan", "plan") with { Dependencies = [Key.Urn] };
        var record = Resource("aws:route53/record:Record", "record", """{ "healthCheckId": "check" }""") with
        {
            Dependencies = [plan.Urn],
            PropertyDependencies = On(("healthCheckId", plan.Urn)),
        };

        var module = ExportedModule.Of(Ireland, Key, plan, record);

        Assert.Equal("""["aws_kms_key.main_key"]""", module.At("resource.aws_route53_record.record.depends_on"));
        Assert.Equal("\"check\"", module.At("resource.aws_route53_record.record.health_check_id"));
        Assert.Contains(module.Report.LeftOut, part => part.Urn == plan.Urn && part.Property is null);
        Assert.Contains(module.Report.LeftOut, part => part.Urn == record.Urn && part.Property == "healthCheckId");
    }

    [Fact]
    public void Secret_IsNeverWritten()
    {
        var version = Resource(
            "aws:secretsmanager/secretVersion:SecretVersion",
            "version", $$"""{ "secretString": {{Secret(""" "{\"user\":\"admin\",\"password\":\"hunter2hunter2\"}" """)}} }""") with
        {
            PropertyDependencies = On(("secretString", Password.Urn)),
        };
        var cluster = Resource("aws:rds/cluster:Cluster", "c", $$"""{ "masterPassword": {{Secret("\"hunter2hunter2\"")}} }""") with
        {
            PropertyDependencies = On(("masterPassword", Password.Urn)),
        };

        var module = ExportedModule.Of(Password, version, cluster);

        Assert.DoesNotContain("hunter2", module.Text, StringComparison.Ordinal);
        Assert.Equal("\"${var.password_result}\"", module.At("resource.aws_rds_cluster.c.master_password"));
        Assert.Equal("\"${var.version_secret_string}\"", module.At("resource.aws_secretsmanager_secret_version.version.secret_string"));
        Assert.Equal("true", module.At("variable.version_secret_string.sensitive"));
        Assert.Equal(["password_result", "version_secret_string"], module.Report.Variables.Select(variable => variable.Name));
    }

    [Fact]
    public void UnknownValue_IsLeftOutAndListed()
    {
        var alias = Resource("aws:kms/alias:Alias", "alias", """{ "targetKeyId": "?" }""");

        var module = ExportedModule.Of(alias);

        Assert.Equal("{}", module.At("resource.aws_kms_alias.alias"));
        Assert.Equal("targetKeyId", Assert.Single(module.Report.LeftOut).Property);
    }

    [Fact]
    public void Options_BecomeWhatTerraformHas()
    {
        var cluster = Resource("aws:rds/cluster:Cluster", "c") with
        {
            IgnoreChanges = ["engineVersion", "scalingConfiguration.maxCapacity", "tags.owner"],
            CustomTimeouts = new ResourceTimeouts(Update: 10800),
            RetainOnDelete = true,
        };

        var module = ExportedModule.Of(cluster);

        Assert.Equal(
            """{"ignore_changes":["engine_version","scaling_configuration[0].max_capacity","tags[\"owner\"]"]}""",
            module.At("resource.aws_rds_cluster.c.lifecycle"));
        Assert.Equal("""{"update":"10800s"}""", module.At("resource.aws_rds_cluster.c.timeouts"));
        Assert.Equal("retainOnDelete", Assert.Single(module.Report.LeftOut).Property);
    }

    private static DependencyMap On(params (string Property, string Urn)[] entries) =>
        DependencyMap.Of(entries.Select(entry => KeyValuePair.Create<string, IReadOnlyList<string>>(entry.Property, [entry.Urn])));
}
