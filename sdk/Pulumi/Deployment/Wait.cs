namespace Pulumi;

/// <summary>
/// A resource that waits for another one's registration. Waits are kept while they last, so that the one which closes a circle can
/// tell it. A wait ends only after those behind it, so what is found by following them is a circle, whatever other threads do.
/// </summary>
/// <param name="Dependent">Who waits.</param>
/// <param name="For">Whose registration it waits for.</param>
/// <param name="Through">The option or property that asks for it.</param>
/// <param name="Sources">What that leads to: the other resource, or a component that it is in.</param>
internal sealed record Wait(Resource Dependent, Resource For, string Through, IReadOnlyCollection<Resource> Sources)
{
    /// <exception cref="CircularWaitException">The other one waits for the resource, at once or further on.</exception>
    internal static ValueTask ForAsync(Resource dependent, Resource target, string through) =>
        target.Registration.IsSuccessful ? default : ForAsync(new Wait(dependent, target, through, [target]));

    /// <summary>Waits for the resources and, where they are components, for what is in them.</summary>
    /// <inheritdoc cref="ForAsync(Resource, Resource, string)"/>
    internal static async ValueTask ForContentsAsync(Resource dependent, IReadOnlyCollection<Resource> sources, string through)
    {
        foreach (var content in sources.Count == 0 ? [] : Resource.Contents(sources))
        {
            if (!content.Registration.IsSuccessful)
            {
                await ForAsync(new Wait(dependent, content, through, sources)).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask ForAsync(Wait wait)
    {
        var own = wait.Dependent.Registration;
        own.Wait = wait;
        try
        {
            // Of two that close a circle at the same time, one sees the other's wait at least.
            Interlocked.MemoryBarrier();
            RefuseCircle(wait);
            await wait.For.Registration.Completion.ConfigureAwait(false);
        }
        finally
        {
            own.Wait = null;
        }
    }

    private static void RefuseCircle(Wait start)
    {
        var circle = new List<Wait>();
        for (var next = start; next is not null && !circle.Contains(next); next = next.For.Registration.Wait)
        {
            circle.Add(next);
            if (next.For == start.Dependent)
            {
                throw new CircularWaitException(Text(circle));
            }
        }
    }

    // Starts with the first of them by name, whichever closed the circle.
    private static string Text(List<Wait> circle)
    {
        var first = circle.Index().MinBy(wait => Describe(wait.Item.Dependent), StringComparer.Ordinal).Index;
        var text = Describe(circle[first].Dependent);
        foreach (var wait in circle[first..].Concat(circle[..first]))
        {
            text += $" -({wait.Way()})-> {Describe(wait.For)}";
        }

        return $"resources wait for each other, and would for ever: {text}. "
            + "Take one of these references out; where it is to a component, name the resources in it that are needed.";
    }

    private static string Describe(Resource resource) => $"{resource.GetResourceType()} {resource.GetResourceName()}";

    private string Way() => Sources.Contains(For)
        ? Through
        : $"{Through} {Describe(Sources.First(source => Resource.Contents([source]).Contains(For)))}";
}
