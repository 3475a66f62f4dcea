namespace Pulumi;

/// <summary>
/// Counts the work that is under way and keeps its first failure. Holds no task, so what is done can be collected while others go on.
/// </summary>
internal sealed class TaskTracker
{
    private readonly TaskCompletionSource<Exception?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _firstFailure;

    // The program itself is the first piece of work.
    private int _pending = 1;

    internal void Track(Task task)
    {
        if (task.IsCompleted)
        {
            Note(task);
            return;
        }

        Interlocked.Increment(ref _pending);
        task.ContinueWith(
            static (done, tracker) => ((TaskTracker)tracker!).Finish(done), this,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends the program's own part; the result is the first failure, at once, or null when all work is done.</summary>
    internal async Task<Exception?> FinishAsync()
    {
        if (Volatile.Read(ref _firstFailure) is { } failure)
        {
            return failure;
        }

        // From here on a failure need not wait for the rest.
        Finish(Task.CompletedTask);
        return await _outcome.Task.ConfigureAwait(false);
    }

    private void Finish(Task task)
    {
        Note(task);
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            _outcome.TrySetResult(_firstFailure);
        }
    }

    private void Note(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        var failure = task.Exception?.InnerExceptions[0] ?? new TaskCanceledException(task);
        if (Interlocked.CompareExchange(ref _firstFailure, failure, null) is null)
        {
            _outcome.TrySetResult(failure);
        }
    }
}
