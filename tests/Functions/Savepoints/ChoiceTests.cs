using DrInfra.Infra.Functions.Follower.Savepoints;
using static DrInfra.Tests.Functions.Savepoints.BucketOfSavepoints;

namespace DrInfra.Tests.Functions.Savepoints;

[Trait("Practice", "H2")]
public class ChoiceTests
{
    private readonly MemoryBucket _bucket = new();

    [Fact]
    public void NothingIsKnown_FirstStart() => Assert.IsType<Choice.FirstStart>(_bucket.Ask(7).Choice);

    [Fact]
    public void SavepointsOfTheLastEpoch_NewestNumber()
    {
        Runs(1, There, null, saves: 11);

        Assert.Equal(new SavepointId(1, There, 11), _bucket.Chosen(2));
    }

    [Fact]
    public void ManifestArrivesBeforeItsFiles_OneBefore()
    {
        Runs(1, There, null, saves: 3);
        var late = new SavepointId(1, There, 4);
        _bucket.WriteManifest(late, null);

        Assert.Equal(new SavepointId(1, There, 3), _bucket.Chosen(2));

        _bucket.Save(1, There, 4, null);
        Assert.Equal(late, _bucket.Chosen(2));
    }

    [Fact]
    public void FileHasAnotherSize_OneBefore()
    {
        Runs(1, There, null, saves: 3);
        _bucket.PutFile(_bucket.FilesOf(new SavepointId(1, There, 3))[1], 99_999);

        Assert.Equal(new SavepointId(1, There, 2), _bucket.Chosen(2));
    }

    [Fact]
    public void GapInTheNumbers_NewestThatIsWhole()
    {
        Runs(1, There, null, saves: 8);
        _bucket.Delete(_bucket.FilesOf(new SavepointId(1, There, 8))[0]);
        _bucket.Delete(_bucket.FilesOf(new SavepointId(1, There, 7))[0]);
        _bucket.Delete(ManifestOf(new SavepointId(1, There, 6)));

        Assert.Equal(new SavepointId(1, There, 5), _bucket.Chosen(2));
    }

    // The Region came back, and what was under way when it was left ended after the other one had started.
    [Fact]
    public void ReturningRegionsYoungerSavepoint_IsNeverTaken()
    {
        var ancestor = Runs(1, Here, null, saves: 3);
        _bucket.WriteStart(2, There, ancestor);
        _bucket.Save(1, Here, 4, null, at: Start.AddDays(30));

        Assert.Equal(ancestor, _bucket.Chosen(3));

        var kept = _bucket.Save(2, There, 1, ancestor);
        Assert.Equal(kept, _bucket.Chosen(3));
    }

    [Fact]
    public void RetentionDeletedFilesThatManifestsName_WhatTheEpochStartedFrom()
    {
        var ancestor = Runs(1, Here, null, saves: 2);
        Runs(2, There, ancestor, saves: 3);
        foreach (var number in Enumerable.Range(1, 3))
        {
            _bucket.Delete(_bucket.FilesOf(new SavepointId(2, There, number))[1]);
        }

        Assert.Equal(ancestor, _bucket.Chosen(3));

        _bucket.Delete(_bucket.FilesOf(ancestor)[0]);
        Assert.Equal(new SavepointId(1, Here, 1), _bucket.Chosen(3));

        _bucket.Delete(_bucket.FilesOf(new SavepointId(1, Here, 1))[0]);
        Assert.Equal("no savepoint of epoch 1 is wholly here, and it started from none that is known", _bucket.Refused(3));
    }

    [Fact]
    public void TwoJobsInOneFolder_EachHasItsOwn()
    {
        var own = Runs(1, There, null, saves: 2);
        var other = new SavepointId(1, There, 9);
        _bucket.WriteStart(1, There, null, job: "other");
        _bucket.WriteManifest(other, null, job: "other");
        _bucket.PutFile($"{Folder}{FolderOf(other)}/_metadata", 709);
        _bucket.PutFile($"{Folder}{FolderOf(other)}/op/state-1", 100_000);

        Assert.Equal(own, _bucket.Chosen(2));
        Assert.Equal(other, Assert.IsType<Choice.Savepoint>(_bucket.Ask(2, job: "other").Choice).Manifest.Id);
    }

    [Fact]
    public void ManifestOfAnotherJobUnderThisJobsName_IsPassedOverAndTold()
    {
        var own = Runs(1, There, null, saves: 1);
        _bucket.WriteManifest(new SavepointId(1, There, 2), null, job: "other");
        _bucket[ManifestOf(new SavepointId(1, There, 2))] = _bucket[ManifestOf(new SavepointId(1, There, 2), "other")];

        var (choice, told) = _bucket.Ask(2);

        Assert.Equal(own, Assert.IsType<Choice.Savepoint>(choice).Manifest.Id);
        Assert.Equal("manifest 1/eu-west-1/2 is passed over: it belongs to the job other", Assert.Single(told));
    }

    [Fact]
    public void ClocksContradictEpochsAndNumbers_AreNotAsked()
    {
        _bucket.WriteStart(1, Here, null);
        _bucket.Save(1, Here, 1, null, at: Start.AddYears(10));
        var from = _bucket.Save(1, Here, 2, null, at: Start.AddYears(5));
        _bucket.WriteStart(2, There, from);
        _bucket.Save(2, There, 1, from, at: Start);
        var newest = _bucket.Save(2, There, 2, from, at: Start.AddYears(-5));

        Assert.Equal(newest, _bucket.Chosen(3));
    }

    [Fact]
    public void EpochStartedAndNeverSaved_WhatItStartedFrom()
    {
        var ancestor = Runs(1, Here, null, saves: 2);
        _bucket.WriteStart(2, There, ancestor);

        Assert.Equal(ancestor, _bucket.Chosen(3));
    }

    [Fact]
    public void FirstEpochStartedWithoutStateAndNeverSaved_IsRefused()
    {
        _bucket.WriteStart(1, There, null);

        Assert.Equal("no savepoint of epoch 1 is wholly here, and it started from none that is known", _bucket.Refused(2));
    }

    [Fact]
    public void StartRecordHasNotArrived_ManifestTellsWhatItsEpochStartedFrom()
    {
        var ancestor = Runs(1, Here, null, saves: 3);
        _bucket.WriteManifest(new SavepointId(2, There, 1), ancestor);

        Assert.Equal(ancestor, _bucket.Chosen(3));
    }

    [Fact]
    public void OnlyFilesOfAnEpochHaveArrived_IsRefused()
    {
        Runs(1, Here, null, saves: 3);
        _bucket.PutFile($"{Folder}{FolderOf(new SavepointId(2, There, 1))}/op/state-1", 100_000);

        Assert.Equal("no savepoint of epoch 2 is wholly here, and what it started from has not arrived", _bucket.Refused(3));
    }

    // Or that epoch's job has run for a month, and replication has not.
    [Fact]
    public void NothingOfTheEpochBeforeHasArrived_IsRefused()
    {
        Runs(1, Here, null, saves: 3);

        Assert.Equal("nothing of epoch 2 has arrived, and something older is known", _bucket.Refused(3));
    }

    [Fact]
    public void EpochBeforeRefusedToStart_IsPassedOver()
    {
        var newest = Runs(1, Here, null, saves: 3);
        _bucket.WriteRefusal(2, There);

        Assert.Equal(newest, _bucket.Chosen(3));

        _bucket.WriteStart(2, There, new SavepointId(1, Here, 2));
        Assert.Equal(new SavepointId(1, Here, 2), _bucket.Chosen(3));
    }

    [Fact]
    public void OnlyRefusalsAreKnown_IsRefused()
    {
        _bucket.WriteRefusal(2, There);

        Assert.StartsWith("it has not started in any epoch", _bucket.Refused(3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, Here)]
    [InlineData(5, There)]
    public void LeaseIsNotAboveTheSavepoints_IsRefused(long epoch, string region)
    {
        Runs(5, Here, null, saves: 1);

        Assert.Contains("the table of the leases was lost", _bucket.Refused(epoch, region), StringComparison.Ordinal);
    }

    [Fact]
    public void OneEpochWasHeldByTwoRegions_IsRefused()
    {
        Runs(5, Here, null, saves: 1);
        Runs(5, There, null, saves: 1);

        Assert.Equal("epoch 5 was held by eu-central-1 and eu-west-1: the table of the leases was lost", _bucket.Refused(6));
    }

    // Somebody has made its object anew.
    [Fact]
    public void OwnEpochHasSaved_GoesOnFromThere()
    {
        var ancestor = Runs(1, There, null, saves: 1);
        var newest = Runs(2, Here, ancestor, saves: 4);

        Assert.Equal(newest, _bucket.Chosen(2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FollowerEndedBetweenRecordAndStart_RecordCounts(bool hasState)
    {
        var ancestor = hasState ? Runs(1, There, null, saves: 2) : null;
        _bucket.WriteStart(2, Here, ancestor);
        if (hasState)
        {
            _bucket.Save(1, There, 3, null);
        }

        Assert.Equal(ancestor, (_bucket.Ask(2).Choice as Choice.Savepoint)?.Manifest.Id);
        Assert.Equal(!hasState, _bucket.Ask(2).Choice is Choice.FirstStart);
    }

    [Fact]
    public void AncestorsAreFollowedThroughEpochsThatNeverSaved()
    {
        var ancestor = Runs(1, Here, null, saves: 2);
        Runs(2, There, ancestor, saves: 0);
        Runs(3, Here, ancestor, saves: 0);
        _bucket.Save(1, Here, 3, null);
        _bucket.Save(2, There, 1, ancestor);

        Assert.Equal(ancestor, _bucket.Chosen(4));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "job": "events-enrich" }""")]
    [InlineData("""{"job":"events-enrich","epoch":1,"region":"eu-west-1","number":"3","at":"2026-11-30T13:03Z","folder":"","files":[],"startedFrom":null}""")]
    public void ManifestIsNone_IsPassedOverAndTold(string text)
    {
        Runs(1, There, null, saves: 3);
        _bucket[ManifestOf(new SavepointId(1, There, 3))] = text;

        var (choice, told) = _bucket.Ask(2);

        Assert.Equal(new SavepointId(1, There, 2), Assert.IsType<Choice.Savepoint>(choice).Manifest.Id);
        Assert.StartsWith("manifest 1/eu-west-1/3 is passed over: ", Assert.Single(told), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "\"number\":3", "\"number\":4" },
        { "\"number\":3", "\"number\":3,\"number\":3" },
        { "\"number\":3", "\"nombre\":3" },
        { "\"epoch\":1,", "\"epoch\":2," },
        { "/savepoint-3", "" },
        { "/savepoint-3", "/../savepoint-3" },
        { "\"_metadata\"", "\"metadata\"" },
        { "op/state-1", "op//state-1" },
        { "op/state-1", "_metadata" },
        { "100000", "-1" },
        { "100000", "null" },
        { "\"startedFrom\":null", "\"startedFrom\":{\"epoch\":1,\"region\":\"eu-west-1\",\"number\":2}" },
        { "\"startedFrom\":null", "\"startedFrom\":{\"epoch\":0,\"region\":\"eu-west-1\"}" },
        { "13:03", "14:03" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void ManifestSaysSomethingElse_IsPassedOverAndTold(string said, string instead)
    {
        Runs(1, There, null, saves: 3);
        var name = ManifestOf(new SavepointId(1, There, 3));
        var parts = _bucket[name].Split(said);
        Assert.Equal(2, parts.Length);
        _bucket[name] = string.Join(instead, parts);

        var (choice, told) = _bucket.Ask(2);

        Assert.Equal(new SavepointId(1, There, 2), Assert.IsType<Choice.Savepoint>(choice).Manifest.Id);
        Assert.Single(told);
    }

    [Fact]
    public void NewerFollowerSaysMore_IsRead()
    {
        var newest = Runs(1, There, null, saves: 3);
        _bucket[ManifestOf(newest)] = _bucket[ManifestOf(newest)][..^1] + ",\"more\":{}}";

        Assert.Equal(newest, _bucket.Chosen(2));
    }

    [Fact]
    public void NamesThatAreNone_ArePassedOverAndTold()
    {
        var newest = Runs(1, There, null, saves: 3);
        _bucket[$"savepoint-starts/{Folder}{Job}/epoch=x/region=eu-west-1.json"] = "{}";
        _bucket[$"savepoint-starts/{Folder}{Job}/notes.txt"] = "";
        _bucket[$"{Folder}epoch=1/region={There}/manifests/{Job}/0000-9.json"] = "{}";

        var (choice, told) = _bucket.Ask(2);

        Assert.Equal(newest, Assert.IsType<Choice.Savepoint>(choice).Manifest.Id);
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public async Task ManifestIsWrittenTwiceForOneSavepoint_IsOne()
    {
        var folder = new SavepointFolder(_bucket, Folder, Job, _ => { });
        var start = new StartRecord(Job, 2, Here, new SavepointId(1, There, 5), "epoch=1/x");
        var path = FolderOf(new SavepointId(2, Here, 1));
        _bucket.PutFile($"{Folder}{path}/_metadata", 5);

        var first = await folder.WriteManifestAsync(start, Start.AddHours(2).AddMinutes(1), path, CancellationToken.None);
        var again = await folder.WriteManifestAsync(start, Start.AddHours(2).AddMinutes(1), path, CancellationToken.None);

        Assert.Equal((1, 1), (first!.Number, again!.Number));
        Assert.Equal(new SavepointId(1, There, 5), again.StartedFrom);
    }

    [Fact]
    public async Task FolderWithoutMetadata_IsNoSavepoint()
    {
        var folder = new SavepointFolder(_bucket, Folder, Job, _ => { });
        var path = FolderOf(new SavepointId(2, Here, 1));
        _bucket.PutFile($"{Folder}{path}/op/state-1", 5);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() =>
            folder.WriteManifestAsync(new StartRecord(Job, 2, Here, null, null), Start.AddHours(2).AddMinutes(1), path, CancellationToken.None));

        Assert.EndsWith("it has no _metadata", fault.Message, StringComparison.Ordinal);
    }

    private SavepointId Runs(long epoch, string region, SavepointId? from, int saves)
    {
        _bucket.WriteStart(epoch, region, from);
        var saved = Enumerable.Range(1, saves).Select(number => _bucket.Save(epoch, region, number, from)).ToList();
        return saved.LastOrDefault() ?? new SavepointId(epoch, region, 0);
    }
}
