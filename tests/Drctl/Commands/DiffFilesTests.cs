using System.Text.Json;
using System.Text.Json.Nodes;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary><c>drctl diff</c> on a preview that the real CLI wrote, and on what else it could have said.</summary>
public sealed class DiffFilesTests : IDisposable
{
    private const string Day = "2026-11-24";
    private const string Prefix = "urn:pulumi:dev::capture::";

    private static readonly string Recorded = Path.Combine(AppContext.BaseDirectory, "Fixtures", "engine-capture", "preview-changed-stack.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-diff-").FullName;

    /// <summary>Resource, operation, property path with the new value (null: removed), kind of refusal, part of the reason.</summary>
    public static TheoryData<string, string, string, string?, string, string> Refused => new()
    {
        { "primary", "replace", "kmsKeyId", "\"other\"", "operation-data-replaced", "replaces data: kmsKeyId changes" },
        { "primary", "replace", "engine", "\"aurora-mysql\"", "operation-data-replaced", "replaces data: engine changes" },
        { "ledger-copy", "delete", "", null, "operation-data-deleted", "deletes data: the bucket" },
        { "orders", "delete", "", null, "operation-data-deleted", "deletes data: the table" },
        { "ledger-key", "delete", "", null, "operation-data-deleted", "schedules the deletion of the key" },
        { "db-secret", "delete", "", null, "operation-data-deleted", "deletes data: the secret" },
        { "work", "delete", "", null, "operation-data-deleted", "deletes data: the queue" },
        { "ledger-versioning", "update", "versioningConfiguration.status", "\"Suspended\"", "operation-history-shortened", "disables versioning" },
        { "ledger-versioning", "delete", "", null, "operation-history-shortened", "suspends the bucket's versioning" },
        { "primary", "update", "backupRetentionPeriod", "7", "operation-history-shortened", "(35 -> 7 days)" },
        { "primary", "update", "backupRetentionPeriod", null, "operation-history-shortened", "(35 -> default days)" },
        { "orders", "update", "pointInTimeRecovery.enabled", "false", "operation-history-shortened", "disables point-in-time recovery" },
        { "work", "update", "messageRetentionSeconds", "60", "operation-history-shortened", "(1209600 -> 60 seconds)" },
        { "global", "update", "deletionProtection", "false", "operation-protection-removed", "removes deletionProtection" },
        { "global", "update", "deletionProtection", null, "operation-protection-removed", "removes deletionProtection" },
        { "global", "update", "deletionProtection", "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", "operation-protection-removed", "only after the deployment" },
        { "primary", "update", "skipFinalSnapshot", "true", "operation-protection-removed", "sets skipFinalSnapshot" },
        { "orders", "update", "replicas", "[]", "operation-copy-removed", "replicas[us-west-2]; no other copy of orders survives the loss of the Region" },
        { "db-secret", "update", "replicas", null, "operation-copy-removed", "removes a copy: replicas[us-west-2]" },
        { "ledger-replication", "delete", "", null, "operation-replication-detached", "stops the bucket's replication" },
        { "ledger-replication", "update", "rules", "[]", "operation-replication-detached", "removes a copy: rules[all]" },
        { "primary", "update", "globalClusterIdentifier", null, "operation-replication-detached", "removes it from its global database" },
        { "ledger-key", "update", "isEnabled", "false", "operation-key-disabled", "disables the key" },
        { "west", "update", "region", "\"us-east-2\"", "operation-data-replaced", "its provider is in another Region (us-west-2 -> us-east-2)" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task TheRecordedChange_IsShownAndNotRefused()
    {
        var (code, output, _) = await RunAsync(Recorded, "--check");

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("-   delete: rds ClusterInstance writer-1\n", output, StringComparison.Ordinal);
        Assert.Contains("-/+ replace: ec2 Subnet data\n      cidrBlock: 10.0.1.0/24 -> 10.0.2.0/24\n", output, StringComparison.Ordinal);
        Assert.Contains("s3 Bucket ledger-bucket (data)\n      option protect: false -> true\n", output, StringComparison.Ordinal);
        Assert.Contains("0 to create, 1 to update in place, 1 to replace, 1 to delete; 22 unchanged", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task AnOperationOnData_IsRefusedWithTheUrnAndTheReason(
        string resource, string operation, string property, string? value, string rule, string reason)
    {
        var file = Variant(root => Do(root, resource, operation, property, value));

        var (code, output, _) = await RunAsync(file, "--check");
        var (_, json, _) = await RunAsync(file, "--format", "json");

        Assert.Equal(ExitCodes.Refused, code);
        using var document = JsonDocument.Parse(json);
        var refusal = Assert.Single(document.RootElement.GetProperty("refusals").EnumerateArray());
        Assert.Equal(rule, refusal.GetProperty("rule").GetString());
        Assert.Contains(reason, refusal.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains(refusal.GetProperty("urn").GetString()!, output, StringComparison.Ordinal);
        Assert.StartsWith(Prefix, refusal.GetProperty("urn").GetString(), StringComparison.Ordinal);
    }

    // The database left its global database by hand: the program never stated it, the refreshed state knows it.
    [Theory]
    [InlineData("globalClusterIdentifier", "delete", ExitCodes.Refused, "removes it from its global database")]
    [InlineData("tags", "update", ExitCodes.Clean, "tags: ")]
    public async Task ADifferenceOfTheRefreshedStateAlone_IsShownAndJudged(string property, string kind, int expected, string said)
    {
        var file = Variant(root =>
        {
            var step = StepOf(root, "primary");
            step["op"] = "update";
            foreach (var state in new[] { "oldState", "newState" })
            {
                ((JsonObject)step[state]!["inputs"]!).Remove("globalClusterIdentifier");
            }

            step["detailedDiff"] = new JsonObject { [property] = new JsonObject { ["kind"] = kind, ["inputDiff"] = false } };
            step["diffReasons"] = new JsonArray(property);
        });

        var (code, output, _) = await RunAsync(file, "--check");

        Assert.Equal(expected, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("protect", "primary")]
    [InlineData("retainOnDelete", "ledger-bucket")]
    public async Task ATakenProtection_IsRefusedThoughTheEngineDoesNothing(string option, string resource)
    {
        var file = Variant(root =>
        {
            StepOf(root, resource)["oldState"]![option] = true;
            ((JsonObject)StepOf(root, resource)["newState"]!).Remove(option);
        });

        var (code, output, _) = await RunAsync(file, "--check");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains($"removes {option}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("primary", "backupRetentionPeriod", "35.0")]
    [InlineData("primary", "masterPassword", "\"[secret]\"")]
    [InlineData("global", "engineVersion", "\"16.8\"")]
    [InlineData("orders", "replicas", """[{"regionName":"us-west-2","pointInTimeRecovery":true},{"regionName":"eu-west-1"}]""")]
    [InlineData("work", "messageRetentionSeconds", "1209600")]
    [InlineData("ledger-versioning", "mfa", "\"x\"")]
    [InlineData("ledger-bucket", "tags", "{}")]
    public async Task ASoundUpdate_IsShown(string resource, string property, string value)
    {
        var (code, output, _) = await RunAsync(Variant(root => Do(root, resource, "update", property, value)), "--check");

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("No data is replaced, deleted or left with less protection", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACopyOfTwo_MayGoWhereTheStoreKeepsItsVerdicts()
    {
        var file = Variant(root =>
        {
            var step = StepOf(root, "orders");
            step["op"] = "update";
            ((JsonArray)step["oldState"]!["inputs"]!["replicas"]!).Add(JsonNode.Parse("""{"regionName":"eu-west-1"}"""));
            ((JsonArray)step["oldState"]!["outputs"]!["replicas"]!).Add(JsonNode.Parse("""{"regionName":"eu-west-1"}"""));
        });

        var (code, output, _) = await RunAsync(file, "--check");

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("dynamodb Table orders (data): no verdict of its store changes", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLastInstance_MayNotGo()
    {
        var (code, output, _) = await RunAsync(Variant(root => Do(root, "writer-0", "delete", "", null)), "--check");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("removes a member of a store: no other copy of primary survives", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-01", ExitCodes.Clean, "waived until 2026-12-01 by dba")]
    [InlineData("2026-11-24", ExitCodes.Refused, "expired on 2026-11-24 (dba)")]
    public async Task AWaiver_AcceptsUntilItExpires(string expires, int expected, string said)
    {
        var policy = Policy("operation-protection-removed", "*::primary", expires);

        var (code, output, _) = await RunAsync(
            Variant(root => ((JsonObject)StepOf(root, "primary")["newState"]!).Remove("protect")), "--check", "--policy", policy);

        Assert.Equal(expected, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWaiverThatNothingNeeds_IsSaidAndFailsNothing()
    {
        var policy = Policy("operation-data-deleted", "*::primary", "2027-01-01");

        var (code, output, _) = await RunAsync(Recorded, "--check", "--policy", policy);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains("matches no operation of this change", output, StringComparison.Ordinal);
        Assert.DoesNotContain("waiver-is-in-use", (await RunVerbAsync("check", Recorded, "--policy", policy)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deletionProtection", "false", "removes deletionProtection")]
    [InlineData("storageEncrypted", "false", "replaces data: storageEncrypted")]
    public async Task APairOfExports_IsCompared(string property, string value, string reason)
    {
        var export = Path.Combine(Path.GetDirectoryName(Recorded)!, "stack-export.json");
        var root = JsonNode.Parse(await File.ReadAllTextAsync(export))!;
        root["deployment"]!["resources"]!.AsArray()
            .Single(resource => ((string)resource!["urn"]!).EndsWith("::global", StringComparison.Ordinal))!["inputs"]![property] = JsonNode.Parse(
            value);
        var after = Path.Combine(_folder, "after.json");
        await File.WriteAllTextAsync(after, root.ToJsonString());

        var (code, output, _) = await RunAsync("--before", export, "--after", after, "--check");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Clean, (await RunAsync("--before", export, "--after", export, "--check")).Code);
    }

    [Theory]
    [InlineData("nothing to compare")]
    [InlineData("cannot be combined", "RECORDED", "--stack", "dev")]
    [InlineData("--before has no --after", "--before", "RECORDED")]
    [InlineData("no file shows a change", "EXPORT")]
    [InlineData("has no file after", "--before", "EXPORT", "--after", "OTHER")]
    [InlineData("is also given to --after", "RECORDED", "--before", "EXPORT", "--after", "EXPORT")]
    public async Task WhatCannotBeCompared_IsSaid(string expected, params string[] arguments)
    {
        var folder = Path.GetDirectoryName(Recorded)!;
        var (code, output, error) = await RunAsync([.. arguments.Select(argument => argument switch
        {
            "RECORDED" => Recorded,
            "EXPORT" => Path.Combine(folder, "stack-export.json"),
            "OTHER" => Path.Combine(folder, "preview-new-stack.json"),
            _ => argument,
        })]);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Check_TakesPreviewsAndRefusesThoseThatAreNotWhole()
    {
        var part = Variant(root =>
        {
            foreach (var step in root["steps"]!.AsArray().Skip(1).Where(step => (string)step!["op"]! == "same").ToList())
            {
                root["steps"]!.AsArray().Remove(step);
            }
        });

        Assert.Contains("Checked dev as of", (await RunVerbAsync("check", Recorded)).Output, StringComparison.Ordinal);
        var (code, _, error) = await RunVerbAsync("check", part);
        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("pulumi preview --json --show-sames --stack dev > dev.json", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("variant.json")]
    [InlineData("recovery.yaml")]
    public async Task OutThatIsAnInput_IsRefusedAndKept(string name)
    {
        var (file, policy) = (Variant(_ => { }), Policy("operation-data-deleted", "*", "2027-01-01"));
        var before = await File.ReadAllTextAsync(Path.Combine(_folder, name));

        var (code, _, error) = await RunAsync(file, "--policy", policy, "--out", Path.Combine(_folder, name));

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("the report would overwrite a file that the command reads", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_folder, name)));
    }

    private static void Do(JsonObject root, string resource, string operation, string property, string? value)
    {
        var step = StepOf(root, resource);
        step["op"] = operation;
        if (operation == "delete")
        {
            step.Remove("newState");
            return;
        }

        if (operation == "replace")
        {
            step["replaceReasons"] = new JsonArray(property);
        }

        var path = property.Split('.');
        var at = path[..^1].Aggregate(step["newState"]!["inputs"]!.AsObject(), (inputs, name) => inputs[name]!.AsObject());
        at.Remove(path[^1]);
        if (value is not null)
        {
            at[path[^1]] = JsonNode.Parse(value);
        }
    }

    private static JsonObject StepOf(JsonObject root, string name) =>
        (JsonObject)root["steps"]!.AsArray().Single(step => ((string)step!["urn"]!).EndsWith($"::{name}", StringComparison.Ordinal))!;

    private string Variant(Action<JsonObject> change)
    {
        var root = JsonNode.Parse(File.ReadAllText(Recorded))!.AsObject();
        change(root);
        return Write("variant.json", root.ToJsonString());
    }

    private string Policy(string rule, string urn, string expires) =>
        Write("recovery.yaml", $"waivers:\n  - rule: {rule}\n    urn: \"{urn}\"\n    reason: it is retired\n    owner: dba\n    expires: {expires}\n");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunVerbAsync("diff", arguments);

    private static Task<(int Code, string Output, string Error)> RunVerbAsync(string verb, params string[] arguments) =>
        DrctlRun.Of([verb, .. arguments, "--as-of", Day]);
}
