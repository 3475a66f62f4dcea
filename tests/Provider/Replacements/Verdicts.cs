namespace DrInfra.Tests.Provider.Replacements;

/// <summary>What the plans of one type's changes say, by place.</summary>
internal sealed class Verdicts
{
    private readonly SortedDictionary<string, List<(bool Stated, bool Replaces)>> _seen = new(StringComparer.Ordinal);

    /// <summary>Places of which no plan showed anything.</summary>
    public IEnumerable<string> Unplanned => _seen.Where(place => place.Value.Count == 0).Select(place => place.Key);

    public bool Knows(string place) => _seen.TryGetValue(place, out var seen) && seen.Count > 0;

    public void Add(Trial trial, PlannedStep step)
    {
        if (!_seen.TryGetValue(trial.Place, out var seen))
        {
            _seen[trial.Place] = seen = [];
        }

        // A block that goes and leaves what the service knows is no change at all.
        if (step.Error is null && (step.Changes || trial.Place.EndsWith(']')))
        {
            seen.Add((trial.Stated, step.Replaces.Count > 0));
        }
    }

    /// <summary>Places whose every change stays in place; a property in whole where all in it do, <c>x[=]</c> where another value does.</summary>
    public IEnumerable<string> InPlace => Shortest(_ => true, seen => seen.TrueForAll(outcome => !outcome.Replaces)).Concat(AnotherValue)
        .Order(StringComparer.Ordinal);

    // Of some only a value that appears or goes makes a new resource.
    private IEnumerable<string> AnotherValue => _seen
        .Where(place => place.Value.Exists(outcome => outcome.Stated) && place.Value.Exists(outcome => outcome.Replaces)
            && place.Value.TrueForAll(outcome => !outcome.Replaces || !outcome.Stated))
        .Select(place => $"{place.Key}[=]");

    /// <summary>Places whose every change from one stated value to another makes a new resource.</summary>
    public IEnumerable<string> Replacing =>
        Shortest(place => !place.EndsWith(']'), seen => seen.Exists(outcome => outcome.Stated)
        && seen.TrueForAll(outcome => outcome.Replaces || !outcome.Stated));

    private IEnumerable<string> Shortest(Func<string, bool> counts, Func<List<(bool Stated, bool Replaces)>, bool> holds) => _seen
        .Where(place => counts(place.Key))
        .GroupBy(place => place.Key.Split('.', '[')[0])
        .SelectMany(property => property.All(place => place.Value.Count > 0 && holds(place.Value))
            ? [property.Key]
            : property.Where(place => place.Value.Count > 0 && holds(place.Value)).Select(place => place.Key));
}
