using System.Globalization;
using System.Text.Json;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>
/// The savepoints of one job in the bucket of one Region, where those of the other Region arrive in any order, or never. It has no clock, and no
/// choice hangs on a source time: epochs and numbers alone say what is newer. docs/pipelines.md has the rules.
/// </summary>
/// <param name="store">The bucket.</param>
/// <param name="folder">The folder of the job in it: empty, or with a slash at its end.</param>
/// <param name="job">The name of the job's object.</param>
/// <param name="told">Is told of what is passed over, and why.</param>
internal sealed class SavepointFolder(IObjectStore store, string folder, string job, Action<string> told)
{
    private const string Json = ".json";
    private const string Refused = ".refused";

    private readonly string _starts = SavepointProtocol.StartsFolder(folder, job);

    /// <summary>What the job starts from if this Region holds the lease in this epoch.</summary>
    public async Task<Choice> ChooseAsync(long epoch, string region, CancellationToken stop)
    {
        var starts = await StartsAsync(stop);
        var saved = await EpochsAsync(stop);
        long[] known = [.. starts.Select(start => start.Epoch), .. saved];
        if (known.Length == 0)
        {
            return new Choice.FirstStart();
        }

        if (known.Max() > epoch)
        {
            return LostTable(epoch, $"epoch {known.Max()} has been");
        }

        for (var at = epoch; at >= known.Min(); at--)
        {
            var records = starts.Where(start => start.Epoch == at).ToList();
            IReadOnlyList<string> saves = saved.Contains(at) ? await RegionsAsync(at, stop) : [];
            if (at == epoch && records.Select(record => record.Region).Concat(saves).FirstOrDefault(other => other != region) is { } holder)
            {
                return LostTable(epoch, $"{holder} has held the same epoch");
            }

            // Files alone do not say that this job has begun its own epoch: its start record is there before them.
            var began = records.Where(record => !record.IsRefusal).Select(record => record.Region).Concat(at == epoch ? [] : saves).Distinct().ToList();
            if (began.Count > 1)
            {
                var holders = string.Join(" and ", began.Order(StringComparer.Ordinal));
                return new Choice.Refusal($"epoch {at} was held by {holders}: the table of the leases was lost");
            }

            if (began.Count == 1)
            {
                return at == epoch && await HasOnlyBegunAsync(epoch, region, stop) ? new Choice.FirstStart() : await NewestOfLineAsync(at, began[0], stop);
            }

            if (at < epoch && records.Count == 0)
            {
                return new Choice.Refusal($"nothing of epoch {at} has arrived, and something older is known");
            }
        }

        return new Choice.Refusal("it has not started in any epoch that is known: each follower refused");
    }

    /// <summary>What a job started from in an epoch; null: no record that can be read.</summary>
    public async Task<StartRecord?> StartAsync(long epoch, string region, CancellationToken stop)
    {
        // Whoever may list only some folders is told that it may not read what is not there: it is looked for first.
        var name = _starts + SavepointProtocol.StartName(epoch, region);
        return (await store.ListAsync(name, null, true, false, stop)).Sizes.Any(size => size.Name == name)
            ? Read<StartRecord>(name, await store.ReadAsync(name, stop), start => start.Problem(job, epoch, region))
            : null;
    }

    /// <summary>Records what a job is about to start from. False: another record is there, which counts.</summary>
    public Task<bool> WriteStartAsync(StartRecord start, CancellationToken stop) =>
        store.WriteNewAsync(_starts + SavepointProtocol.StartName(start.Epoch, start.Region), RecordText.Write(start), stop);

    /// <summary>Records that a job is not started for now, so that the other Region need not wait for what it would have saved.</summary>
    public Task<bool> WriteRefusalAsync(long epoch, string region, string why, CancellationToken stop) =>
        store.WriteNewAsync(_starts + SavepointProtocol.RefusalName(epoch, region), RecordText.Write(new { job, epoch, region, why }), stop);

    /// <summary>Writes the manifest of a savepoint whose last file is written, unless the newest one is its manifest.</summary>
    /// <param name="start">What its epoch started from.</param>
    /// <param name="at">Its source time.</param>
    /// <param name="path">Its folder under that of the job.</param>
    /// <param name="stop">Cancels the requests.</param>
    /// <returns>The manifest; null: another follower has written one of that number meanwhile.</returns>
    /// <exception cref="InvalidDataException">The files are no savepoint.</exception>
    public async Task<SavepointManifest?> WriteManifestAsync(StartRecord start, DateTimeOffset at, string path, CancellationToken stop)
    {
        var newest = await NumbersAsync(start.Epoch, start.Region, long.MaxValue, stop) is [var first, ..] ? first : 0;
        if (newest > 0 && await ManifestAsync(new SavepointId(start.Epoch, start.Region, newest), stop) is { } last && last.Folder == path)
        {
            return last;
        }

        var files = (await FilesAsync(path, stop)).Select(file => new SavepointFile(file.Name, file.Bytes)).ToList();
        var manifest = new SavepointManifest(job, start.Epoch, start.Region, newest + 1, at, path, files, start.StartedFrom);
        if (manifest.Problem(job, manifest.Id) is { } problem)
        {
            throw new InvalidDataException($"The savepoint {path} cannot be used: {problem}");
        }

        return await store.WriteNewAsync(Name(manifest.Id), RecordText.Write(manifest), stop) ? manifest : null;
    }

    private static Choice.Refusal LostTable(long epoch, string why) => new($"the lease has epoch {epoch}, and {why}: the table of the leases was lost");

    // The record of a first start was written, and then the follower ended before the job began.
    private async Task<bool> HasOnlyBegunAsync(long epoch, string region, CancellationToken stop) =>
        await StartAsync(epoch, region, stop) is { StartedFrom: null, Folder: null } && (await NumbersAsync(epoch, region, long.MaxValue, stop)).Count == 0;

    // Back through what each epoch started from, to the first savepoint that is wholly here.
    private async Task<Choice> NewestOfLineAsync(long epoch, string region, CancellationToken stop)
    {
        var upTo = long.MaxValue;
        while (true)
        {
            var (isKnown, from) = (false, default(SavepointId));
            foreach (var number in await NumbersAsync(epoch, region, upTo, stop))
            {
                if (await ManifestAsync(new SavepointId(epoch, region, number), stop) is not { } manifest)
                {
                    continue;
                }

                if (await HasArrivedAsync(manifest, stop))
                {
                    return new Choice.Savepoint(manifest);
                }

                (isKnown, from) = (true, manifest.StartedFrom);
            }

            if (await StartAsync(epoch, region, stop) is { } start)
            {
                (isKnown, from) = (true, start.StartedFrom);
            }

            if (from is null)
            {
                return new Choice.Refusal(isKnown
                    ? $"no savepoint of epoch {epoch} is wholly here, and it started from none that is known"
                    : $"no savepoint of epoch {epoch} is wholly here, and what it started from has not arrived");
            }

            (epoch, region, upTo) = (from.Epoch, from.Region, from.Number);
        }
    }

    private async Task<IReadOnlyList<(long Epoch, string Region, bool IsRefusal)>> StartsAsync(CancellationToken stop)
    {
        var starts = new List<(long, string, bool)>();
        foreach (var name in (await store.ListAsync(_starts, null, true, true, stop)).Sizes.Select(size => size.Name[_starts.Length..]))
        {
            var parts = name.Split('/');
            var region = parts[^1].StartsWith(SavepointProtocol.RegionPrefix, StringComparison.Ordinal)
                ? parts[^1][SavepointProtocol.RegionPrefix.Length..].Split('.')[0]
                : "";
            var epoch = Number(parts[0], SavepointProtocol.EpochPrefix);
            if (name == SavepointProtocol.StartName(epoch, region) || name == SavepointProtocol.RefusalName(epoch, region))
            {
                starts.Add((epoch, region, name.EndsWith(Refused + Json, StringComparison.Ordinal)));
            }
            else
            {
                told($"{_starts}{name} is the name of no start record");
            }
        }

        return starts;
    }

    private async Task<IReadOnlySet<long>> EpochsAsync(CancellationToken stop) =>
        (await FoldersAsync(SavepointProtocol.EpochPrefix, stop))
            .Select(name => Number(name, SavepointProtocol.EpochPrefix))
            .Where(epoch => epoch > 0)
            .ToHashSet();

    private async Task<IReadOnlyList<string>> RegionsAsync(long epoch, CancellationToken stop)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{SavepointProtocol.EpochPrefix}{epoch}/{SavepointProtocol.RegionPrefix}");
        return [.. (await FoldersAsync(prefix, stop)).Select(name => name[prefix.Length..])];
    }

    private async Task<IEnumerable<string>> FoldersAsync(string prefix, CancellationToken stop) =>
        (await store.ListAsync(folder + prefix, null, false, true, stop)).Folders.Select(name => name[folder.Length..^1]);

    // The newest first, as many as storage lists at once.
    private async Task<IReadOnlyList<long>> NumbersAsync(long epoch, string region, long upTo, CancellationToken stop)
    {
        var prefix = folder + SavepointProtocol.ManifestsFolder(epoch, region, job);
        var after = upTo == long.MaxValue ? null : prefix + SavepointProtocol.ManifestName(upTo + 1);
        var numbers = new List<long>();
        foreach (var name in (await store.ListAsync(prefix, after, true, false, stop)).Sizes.Select(size => size.Name[prefix.Length..]))
        {
            var number = Number(name.Split('-')[^1].Split('.')[0], "");
            if (number > 0 && name == SavepointProtocol.ManifestName(number))
            {
                numbers.Add(number);
            }
            else
            {
                told($"{name} in epoch {epoch} is the name of no manifest");
            }
        }

        return [.. numbers.Where(number => number <= upTo).OrderDescending()];
    }

    private async Task<SavepointManifest?> ManifestAsync(SavepointId id, CancellationToken stop) =>
        Read<SavepointManifest>($"manifest {id}", await store.ReadAsync(Name(id), stop), manifest => manifest.Problem(job, id));

    private async Task<bool> HasArrivedAsync(SavepointManifest manifest, CancellationToken stop)
    {
        var there = (await FilesAsync(manifest.Folder, stop)).ToDictionary(file => file.Name, file => file.Bytes);
        return manifest.Files.All(file => there.TryGetValue(file.Name, out var bytes) && bytes == file.Bytes);
    }

    private async Task<IEnumerable<(string Name, long Bytes)>> FilesAsync(string path, CancellationToken stop)
    {
        var prefix = $"{folder}{path}/";
        return (await store.ListAsync(prefix, null, true, true, stop)).Sizes.Select(size => (size.Name[prefix.Length..], size.Bytes));
    }

    private string Name(SavepointId id) =>
        folder + SavepointProtocol.ManifestsFolder(id.Epoch, id.Region, job) + SavepointProtocol.ManifestName(id.Number);

    private T? Read<T>(string name, string? text, Func<T, string?> problem)
        where T : class
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            var record = RecordText.Read<T>(text);
            if (problem(record) is not { } wrong)
            {
                return record;
            }

            told($"{name} is passed over: {wrong}");
        }
        catch (JsonException fault)
        {
            told($"{name} is passed over: {fault.Message}");
        }

        return null;
    }

    private static long Number(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(text[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
