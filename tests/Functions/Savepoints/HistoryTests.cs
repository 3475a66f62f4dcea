using DrInfra.Infra.Functions.Follower.Savepoints;
using FsCheck;
using FsCheck.Fluent;
using static DrInfra.Tests.Functions.Savepoints.BucketOfSavepoints;

namespace DrInfra.Tests.Functions.Savepoints;

/// <summary>
/// Two Regions that take the lease from each other, with whatever can happen to what they save: it arrives in any order or never, a Region that was
/// left goes on saving, retention deletes, clocks differ. It is known here what really ran.
/// </summary>
[Collection(nameof(Alone))]
public class HistoryTests
{
    private static readonly (int Weight, Happening Kind)[] Weights =
    [
        (5, Happening.Saves), (6, Happening.Arrives), (1, Happening.AllArrives), (2, Happening.TakesOver), (2, Happening.TriesAgain),
        (1, Happening.SavesAfterwards), (1, Happening.Loses),
    ];

    private static readonly Gen<Event> Events =
        from kind in Gen.Frequency([.. Weights.Select(weight => (weight.Weight, Gen.Constant(weight.Kind)))])
        from which in Gen.Choose(0, 10_000)
        from skew in Gen.Choose(-History.BoundSeconds, History.BoundSeconds)
        select new Event(kind, which, skew);

    private static readonly Arbitrary<Event[]> Histories = Events.ListOf(60).Select(events => events.ToArray()).ToArbitrary();

    [Fact]
    public void AnyHistory_StartsFromAnAncestorOfWhatRanLastAsFarAsItArrived() => Prop
        .ForAll(Histories, events => new History(events).Starts.Count >= 0)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(700).WithReplay(20_261_130UL, 7UL));

    // Else nothing would be claimed.
    [Fact]
    public void Histories_HaveFailoversAndFailbacksWithState()
    {
        var histories = Histories.Generator.Sample(500, 500).Select(events => new History(events)).ToList();

        Assert.InRange(histories.Count(history => history.Starts.Count(start => start.From is not null) >= 2), 150, 500);
        Assert.InRange(histories.Count(history => history.Starts.Any(start => start.From is { } from && from.Epoch < start.Epoch - 1)), 20, 500);
        Assert.InRange(histories.Count(history => history.Refusals > 0), 50, 499);
    }

    internal enum Happening
    {
        Saves,
        Arrives,
        AllArrives,
        TakesOver,
        TriesAgain,
        SavesAfterwards,
        Loses,
    }

    internal sealed record Event(Happening Kind, int Which, int Skew);

    internal sealed class History
    {
        public const int BoundSeconds = 90;

        private readonly Dictionary<string, MemoryBucket> _buckets = new() { [Here] = new(), [There] = new() };
        private readonly List<(string Region, string Name)> _underWay = [];
        private readonly Dictionary<SavepointId, (DateTimeOffset Covers, DateTimeOffset At)> _savepoints = [];
        private readonly List<(long Epoch, string Region, SavepointId? From)> _starts = [];
        private DateTimeOffset _now = Start;
        private long _epoch = 1;
        private string _region = Here;
        private bool _runs;

        public History(IEnumerable<Event> events)
        {
            TryToStart();
            foreach (var happened in events)
            {
                _now += TimeSpan.FromMinutes(5);
                Do(happened);
            }
        }

        public IReadOnlyList<(long Epoch, string Region, SavepointId? From)> Starts => _starts;

        public int Refusals { get; private set; }

        private void Do(Event happened)
        {
            switch (happened.Kind)
            {
                case Happening.Saves when _runs:
                    Save(_epoch, _region, _starts[^1].From, happened.Skew);
                    break;
                case Happening.SavesAfterwards when _starts is [.., var before, _]:
                    // Its manifest would be late too: it is written all the same here.
                    Save(before.Epoch, before.Region, before.From, happened.Skew);
                    break;
                case Happening.Arrives when _underWay.Count > 0:
                    Arrive(happened.Which % _underWay.Count);
                    break;
                case Happening.AllArrives:
                    while (_underWay.Count > 0)
                    {
                        Arrive(0);
                    }

                    break;
                case Happening.Loses:
                    // Retention, which works in each bucket for itself. Start records do not expire.
                    var bucket = _buckets[happened.Which % 2 == 0 ? Here : There];
                    if (bucket.Names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToList()
                        is { Count: > 0 } names)
                    {
                        bucket.Delete(names[happened.Which % names.Count]);
                    }

                    break;
                case Happening.TakesOver:
                    (_epoch, _region, _runs) = (_epoch + 1, _region == Here ? There : Here, false);
                    TryToStart();
                    break;
                case Happening.TriesAgain when !_runs:
                    TryToStart();
                    break;
            }
        }

        private void TryToStart()
        {
            var bucket = _buckets[_region];
            var choice = bucket.Ask(_epoch, _region).Choice;
            if (choice is Choice.Refusal)
            {
                Refusals++;
                Put(_region, RefusalOf(_epoch, _region), () => bucket.WriteRefusal(_epoch, _region));
                return;
            }

            var from = (choice as Choice.Savepoint)?.Manifest;
            Judge(bucket, from);
            Put(_region, StartOf(_epoch, _region), () => bucket.WriteStart(_epoch, _region, from?.Id));
            _starts.Add((_epoch, _region, from?.Id));
            _runs = true;
        }

        private void Judge(MemoryBucket bucket, SavepointManifest? from)
        {
            var ranLast = _starts.LastOrDefault(start => bucket.Names.Any(name => name == StartOf(start.Epoch, start.Region)
                || name.StartsWith($"{Folder}epoch={start.Epoch}/region={start.Region}/", StringComparison.Ordinal)));
            if (from is null)
            {
                Assert.True(ranLast == default, $"epoch {_epoch} starts without state, and {ranLast} is known");
                return;
            }

            Assert.True(bucket.IsWhole(from), $"{from.Id} is not wholly in {_region}");
            var line = ranLast;
            while (line.Epoch != from.Epoch)
            {
                Assert.True(line.From is not null, $"{from.Id} is no ancestor of {ranLast}");
                Assert.True(
                    from.Epoch < line.From.Epoch || from.Number <= line.From.Number,
                    $"{from.Id} is younger than the ancestor {line.From} of {ranLast}");
                line = _starts.Single(start => start.Epoch == line.From.Epoch);
            }

            Assert.Equal(line.Region, from.Region);
            var (covers, at) = _savepoints[from.Id];
            Assert.Equal(at, from.At);
            Assert.True(from.At.AddSeconds(-BoundSeconds) <= covers, $"records between {covers} and the source time of {from.Id} are skipped");
        }

        private void Save(long epoch, string region, SavepointId? from, int skew)
        {
            var bucket = _buckets[region];
            var at = _now.AddSeconds(skew);
            var id = new SavepointId(epoch, region, _savepoints.Keys.Where(id => id.Epoch == epoch).Select(id => id.Number).Append(0).Max() + 1);
            var before = bucket.Names.ToHashSet();
            bucket.Save(epoch, region, id.Number, from, at);
            _savepoints[id] = (_now, at);
            _underWay.AddRange(bucket.Names.Where(name => !before.Contains(name)).Select(name => (region, name)));
        }

        private void Put(string region, string name, Action write)
        {
            if (!_buckets[region].Has(name))
            {
                write();
                _underWay.Add((region, name));
            }
        }

        // What is gone when it is its turn never arrives.
        private void Arrive(int index)
        {
            var (region, name) = _underWay[index];
            _underWay.RemoveAt(index);
            if (_buckets[region].Has(name))
            {
                _buckets[region].CopyTo(_buckets[region == Here ? There : Here], name);
            }
        }
    }
}
