namespace Pulumi;

/// <summary>
/// A resource that waits for another one's registration. Waits are kept while they last, so that the one which closes a circle can
/// tell it. A wait ends only after those behind it, so what is found by following them is a circle, whatever other threads do.
/// </summary>
/// <param name="Dependent">Who waits.</param>
/// <param name="For">Whose registration it waits for.</param>
/// <param name="Through">The option or property that asks for it, and the component that stands for it, if one does.</param>
internal sealed record Wait(Resource Dependent, Resource For, string Through)
{
    /// <exception cref="CircularWaitException">The other one waits for the resource, at once or further on.</exception>
    internal static async ValueTask ForAsync(Resource dependent, Resource target, string through)
    {
        var done = target.Registration;
        if (done.IsSuccessful)
        {
            return;
        }

        dependent.Registration.Wait = new Wait(dependent, target, through);
        try
        {
            // Of two that close a circle at the same time, one sees the other's wait at least.
            Interlocked.MemoryBarrier();
            RefuseCircle(dependent);
            await done.Completion.ConfigureAwait(false);
        }
        finally
        {
            dependent.Registration.Wait = null;
        }
    }

    /// <summary>Waits for the resources and, where they are components, for what is in them.</summary>
    /// <inheritdoc cref="ForAsync"/>
    internal static async ValueTask ForContentsAsync(Resource dependent, IReadOnlyCollection<Resource> sources, string through)
    {
        if (sources.Count == 0)
        {
            return;
        }

        foreach (var content in Resource.Contents(sources))
        {
            if (!content.Registration.IsSuccessful)
            {
                var component = sources.Contains(content) ? null : sources.First(source => Resource.Contents([source]).Contains(content));
                await ForAsync(dependent, content, component is null ? through : $"{through} {Describe(component)}").ConfigureAwait(false);
            }
        }
    }

    private static void RefuseCircle(Resource start)
    {
        var circle = new List<Wait>();
        for (var next = start.Registration.Wait; next is not null && !circle.Contains(next); next = next.For.Registration.Wait)
        {
            circle.Add(next);
            if (next.For == start)
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
            text += $" -({wait.Through})-> {Describe(wait.For)}";
        }

        return $"resources wait for each other, and would for ever: {text}. "
            + "Take one of these references out; where it is to a component, name the resources in it that are needed.";
    }

    private static string Describe(Resource resource) => $"{resource.GetResourceType()} {resource.GetResourceName()}";
}
