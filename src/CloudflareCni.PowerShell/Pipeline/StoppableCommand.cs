using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Errors;
using CloudflareCni.PowerShell.Loading;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that can wait and be stopped at any moment, and that tells failures through the one map of errors.</summary>
public abstract class StoppableCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly PipelinePump _pump = new();
    private RequestReporter? _reporter;

    /// <summary>Ends requests when the pipeline stops.</summary>
    private protected CancellationToken Stopped => _stopped.Token;

    /// <summary>Ends all work of the cmdlet. When a write fails, nothing else is sure to run.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends all work of the cmdlet.</summary>
    /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        // Not disposed: work on another thread may still look at the token, and a source without a timer holds nothing that needs it.
        if (disposing)
        {
            _stopped.Cancel();
        }
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Require(() =>
    {
        ModuleCopy.Check(this);
        Begin();
    });

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Attempt(null, Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Attempt(null, End);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopped.Cancel();

    /// <summary>What holds for the whole command; a failure ends it.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Does the work for one pipeline object.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Does what needs all pipeline objects.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>
    /// Does something that concerns one object. When it fails the error is written and the command goes on, unless every further object would fail
    /// the same way.
    /// </summary>
    /// <param name="target">The resource, for the error record.</param>
    /// <param name="action">What to do.</param>
    private protected void Attempt(object? target, Action action) => Attempt(target, action, endsCommand: false);

    /// <summary>Does something that every object of the command needs. When it fails the command ends.</summary>
    /// <param name="action">What to do.</param>
    private protected void Require(Action action) => Attempt(null, action, endsCommand: true);

    /// <summary>Gets a client whose requests write their Verbose lines, and show their waits, while the pipeline waits for them.</summary>
    /// <param name="connection">The connection to use.</param>
    /// <param name="accountId">The account to act in.</param>
    /// <returns>The client.</returns>
    private protected ICniAccountClient GetClient(CniConnection connection, string accountId)
    {
        RequestReporter reporter = _reporter ??= new RequestReporter(this);
        return connection.Client.For(new CniCall(
            accountId,
            report => _pump.Post(() => reporter.Report(report)),
            report => _pump.Post(() => reporter.Report(report)),
            report => _pump.Post(() => reporter.Report(report)),
            Source: connection));
    }

    /// <summary>Waits for a request, free to stop at once.</summary>
    /// <typeparam name="T">What comes back.</typeparam>
    /// <param name="request">The request under way.</param>
    /// <returns>What came back.</returns>
    private protected T Wait<T>(Task<T> request)
    {
        Wait((Task)request);
        return request.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a request that returns nothing, free to stop at once.</summary>
    /// <param name="request">The request under way.</param>
    private protected void Wait(Task request)
    {
        try
        {
            _pump.Wait(request, Stopped);
        }
        finally
        {
            // A stopped pipeline takes nothing more, and shows nothing either.
            if (!Stopped.IsCancellationRequested)
            {
                _reporter?.EndWait();
            }
        }
    }

    /// <summary>Finds the one account that a connection's credential reaches, and has the connection act in it.</summary>
    /// <param name="connection">A connection without an account.</param>
    /// <exception cref="CniException">There is none, or there are several.</exception>
    private protected void FindAccount(CniConnection connection) => connection.UseAccount(
        AccountFinder.Find(Wait(GetClient(connection, "").ListAccountsAsync(Stopped))));

    /// <summary>Asks whether to do something, in one sentence that is the same for -WhatIf and -Confirm.</summary>
    /// <param name="question">What would be done, to what, and how.</param>
    /// <returns>Whether to do it.</returns>
    private protected virtual bool IsWanted(string question) => ShouldProcess(question, question, MyInvocation.MyCommand.Name);

    /// <summary>Whether the command only says what it would do.</summary>
    private protected bool IsWhatIf => GetSwitch("WhatIf") ?? LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Gets whether a switch that the engine adds is given, such as -Confirm; null if it isn't.</summary>
    private protected bool? GetSwitch(string name) =>
        MyInvocation.BoundParameters.TryGetValue(name, out object? value) ? LanguagePrimitives.IsTrue(value) : null;

    private void Attempt(object? target, Action action, bool endsCommand)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception e) when (ModuleFailure.Find(e) is { } failure)
        {
            Report(failure, target, endsCommand: true);
        }
        catch (CniException e)
        {
            Report(e, target, endsCommand || ErrorMap.EndsCommand(e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(new CniException(CniErrorKind.FileFailed, e.Message, e), target, endsCommand);
        }
    }

    private void Report(CniException exception, object? target, bool endsCommand)
    {
        ErrorRecord error = ErrorMap.ToErrorRecord(exception, target);
        if (endsCommand)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
    }
}
