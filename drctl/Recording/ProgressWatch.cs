using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Recording;

/// <summary>Waits for a run as long as it gets on: the SDK itself waits for ever where resources wait for each other.</summary>
/// <param name="progress">A number that grows with every step of the run.</param>
/// <param name="patience">How long it may stay the same.</param>
internal sealed class ProgressWatch(Func<long> progress, TimeSpan patience)
{
    // It is looked at this often, and looks are counted: a process that was suspended has missed one, and not lost its patience.
    private const int Looks = 10;

    /// <summary>The result of the task. One that has come to a standstill is left alone: there is no way to stop it.</summary>
    /// <param name="task">What to wait for.</param>
    /// <param name="standstill">What to tell the user then.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="ProblemsException">There was no progress for too long.</exception>
    public async Task<T> WaitAsync<T>(Task<T> task, Func<ProblemsException> standstill, CancellationToken cancellationToken)
    {
        var (seen, idle) = (progress(), 0);
        while (idle < Looks)
        {
            await ((Task)task).WaitAsync(patience / Looks, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (task.IsCompleted)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var now = progress();
            idle = now == seen ? idle + 1 : 0;
            seen = now;
        }

        return task.IsCompleted ? await task.ConfigureAwait(false) : throw standstill();
    }
}
