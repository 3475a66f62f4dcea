using DrInfra.Infra.Functions.Follower.Savepoints;
using FsCheck;
using FsCheck.Fluent;
using static DrInfra.Tests.Functions.Savepoints.BucketOfSavepoints;

namespace DrInfra.Tests.Functions.Savepoints;

/// <summary>Buckets in which anything may be, or be missing.</summary>
[Collection(nameof(Alone))]
public class ChoicePropertyTests
{
    private const int Epoch = 6;

    private static readonly Gen<Piece> Pieces =
        from kind in Gen.Choose(0, 9)
        from epoch in Gen.Choose(1, 5)
        from isOdd in Gen.Choose(0, 15)
        from number in Gen.Choose(1, 4)
        from back in Gen.Choose(0, 2)
        from at in Gen.Choose(-500_000, 500_000)
        select new Piece(kind, epoch, isOdd == 0 ^ epoch % 2 == 0 ? Here : There, number, back, at);

    private static readonly Arbitrary<Piece[]> Contents =
        Gen.Choose(1, 25).SelectMany(count => Pieces.ListOf(count)).Select(pieces => pieces.ToArray()).ToArbitrary();

    // Else nothing would be claimed.
    [Fact]
    public void Contents_LeadToEachKindOfChoice()
    {
        var choices = Contents.Generator.Sample(1000, 1000).Select(pieces => Bucket(pieces).Ask(Epoch).Choice).ToList();

        Assert.InRange(choices.OfType<Choice.Savepoint>().Count(), 230, 970);
        Assert.InRange(choices.OfType<Choice.Savepoint>().Count(choice => choice.Manifest.Epoch < Epoch - 2), 10, 970);
        Assert.InRange(choices.OfType<Choice.Refusal>().Count(), 30, 970);
    }

    [Fact]
    public void WhatIsChosen_IsWhollyThere() => Check(pieces =>
    {
        var bucket = Bucket(pieces);
        return bucket.Ask(Epoch).Choice is not Choice.Savepoint(var manifest) || bucket.IsWhole(manifest);
    });

    [Fact]
    public void OrderOfListing_DoesNotMatter() => Check(pieces =>
    {
        var bucket = Bucket(pieces);
        return Same(bucket.Ask(Epoch).Choice, bucket.Copy(new Random(pieces.Length)).Ask(Epoch).Choice);
    });

    [Fact]
    public void SourceTimes_DoNotMatter() => Check(pieces =>
        Same(Bucket(pieces).Ask(Epoch).Choice, Bucket([.. pieces.Select(piece => piece with { At = -piece.At * piece.Epoch })]).Ask(Epoch).Choice));

    [Fact]
    public void LowerEpochThatIsNoAncestor_DoesNotMatter() => Check(pieces =>
    {
        var bucket = Bucket(pieces);
        var before = bucket.Ask(Epoch).Choice;
        var newest = pieces.Where(piece => piece.Begins).Select(piece => piece.Epoch).DefaultIfEmpty(1).Max();
        foreach (var (epoch, region) in Enumerable.Range(1, newest - 1).SelectMany(epoch => new[] { (epoch, Here), (epoch, There) }))
        {
            bucket.Save(epoch, region, 99, null);
        }

        return Same(before, bucket.Ask(Epoch).Choice);
    });

    [Fact]
    public void FileOfTheChosenIsRemoved_NothingNewerIsChosen() => Check(pieces =>
    {
        var bucket = Bucket(pieces);
        if (bucket.Ask(Epoch).Choice is not Choice.Savepoint(var manifest))
        {
            return true;
        }

        return bucket.FilesOf(manifest.Id).Append(ManifestOf(manifest.Id)).All(name =>
        {
            var less = bucket.Copy();
            less.Delete(name);
            return less.Ask(Epoch).Choice is not Choice.Savepoint(var other)
                || (other.Epoch, other.Number).CompareTo((manifest.Epoch, manifest.Number)) < 0;
        });
    });

    [Fact]
    public void AnyTextInTheRecords_NeverThrows() => Check(pieces =>
    {
        var bucket = Bucket(pieces);
        var records = bucket.Names.Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ToList();
        foreach (var (name, index) in records.Select((name, index) => (name, index)))
        {
            bucket[name] = (index % 4) switch { 0 => bucket[name][..(bucket[name].Length / 2)], 1 => "7", 2 => bucket[name], _ => "{\"epoch\":{}}" };
        }

        return bucket.Ask(Epoch).Choice is not Choice.Savepoint(var manifest) || bucket.IsWhole(manifest);
    });

    private static bool Same(Choice one, Choice other) => (one, other) switch
    {
        (Choice.Savepoint(var first), Choice.Savepoint(var second)) => first.Id == second.Id,
        _ => one == other,
    };

    private static MemoryBucket Bucket(Piece[] pieces)
    {
        var bucket = new MemoryBucket();
        foreach (var piece in pieces)
        {
            piece.PutInto(bucket);
        }

        return bucket;
    }

    private static void Check(Func<Piece[], bool> holds) =>
        Prop.ForAll(Contents, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(700).WithReplay(20_261_130UL, 7UL));

    /// <summary>Something in a bucket: it need not make sense with what else is there.</summary>
    internal sealed record Piece(int Kind, int Epoch, string Region, int Number, int Back, int At)
    {
        public bool Begins => Kind != 1;

        private SavepointId Id => new(Epoch, Region, Number);

        // A savepoint of an epoch before, of the Region that is usual in it.
        private SavepointId? From => Back > 0 && Epoch > Back ? new SavepointId(Epoch - Back, (Epoch - Back) % 2 == 0 ? Here : There, Number) : null;

        private DateTimeOffset Time => Start.AddMinutes(At);

        public void PutInto(MemoryBucket bucket)
        {
            switch (Kind)
            {
                case 0: bucket.WriteStart(Epoch, Region, From); break;
                case 1: bucket.WriteRefusal(Epoch, Region); break;
                case 2: bucket.WriteManifest(Id, From, Time); break;
                case 3: bucket.PutFile($"{Folder}{FolderOf(Id with { Number = Number + 50 }, Time)}/_metadata", 700); break;
                default:
                    // One savepoint has one folder, whatever else is thrown at it.
                    if (bucket.FilesOf(Id).Count == 0 && !bucket.Has(ManifestOf(Id)))
                    {
                        bucket.Save(Epoch, Region, Number, From, Time);
                    }

                    break;
            }
        }
    }
}
