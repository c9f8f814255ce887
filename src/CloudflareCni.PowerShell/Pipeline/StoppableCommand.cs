using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Connections;
using CloudflareCni.PowerShell.Errors;
using CloudflareCni.PowerShell.Loading;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for all cmdlets that wait or report errors. They can be stopped at any time.</summary>
public abstract class StoppableCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly PipelinePump _pump = new();
    private RequestReporter? _reporter;
    private Action<Action>? _postReport;

    /// <summary>Gets the token that is cancelled when the pipeline stops.</summary>
    private protected CancellationToken Stopped => _stopped.Token;

    private bool IsVerbose => MyInvocation.BoundParameters.TryGetValue("Verbose", out object? isVerbose)
        ? isVerbose is SwitchParameter { IsPresent: true }
        : GetVariableValue("VerbosePreference")?.ToString() is not (null or nameof(ActionPreference.SilentlyContinue) or nameof(ActionPreference.Ignore));

    /// <summary>Cancels all work of the cmdlet. If a write fails, this is the only method that the engine is certain to call.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels all work of the cmdlet.</summary>
    /// <param name="disposing"><see langword="true"/> if the method is called by <see cref="Dispose()"/>; otherwise, <see langword="false"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        // The source isn't disposed: work on another thread may still use the token, and a source without a timer doesn't need to be disposed.
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

    /// <summary>Does the work that the whole command depends on. An error ends the command.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Does the work for one pipeline object.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Does the work that needs all pipeline objects.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Called on the pipeline thread for each request that ended.</summary>
    /// <param name="report">The request.</param>
    private protected virtual void OnRequest(CniRequestReport report)
    {
    }

    /// <summary>
    /// Runs an action for one object. If it fails, the error is written and the command continues, unless every further object would fail in the same
    /// way.
    /// </summary>
    /// <param name="target">The resource, for the error record.</param>
    /// <param name="action">The action.</param>
    private protected void Attempt(object? target, Action action) => Attempt(target, action, endsCommand: false);

    /// <summary>Runs an action that every object of the command depends on. If it fails, the command ends.</summary>
    /// <param name="action">The action.</param>
    private protected void Require(Action action) => Attempt(null, action, endsCommand: true);

    /// <summary>Gets a client whose requests write verbose messages and show their waits while the pipeline waits for them.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="accountId">The account to act in.</param>
    /// <param name="isRetried"><see langword="true"/> to retry requests after transient errors.</param>
    /// <returns>The client.</returns>
    private protected ICniAccountClient GetClient(CniConnection connection, string accountId, bool isRetried = true)
    {
        RequestReporter reporter = _reporter ??= new RequestReporter(this);

        // Waking the pipeline thread costs more than a report that isn't shown.
        Action<Action> postReport = _postReport ??= IsVerbose ? _pump.Post : _pump.PostLater;
        return connection.Client.For(new CniCall(
            accountId,
            report => postReport(() =>
            {
                reporter.Report(report);
                OnRequest(report);
            }),
            report => _pump.Post(() => reporter.Report(report)),
            report => _pump.Post(() => reporter.Report(report)),
            connection,
            isRetried));
    }

    /// <summary>Waits for a request. The wait can be stopped at any time.</summary>
    /// <typeparam name="T">The type of the response.</typeparam>
    /// <param name="request">The running request.</param>
    /// <returns>The response.</returns>
    private protected T Wait<T>(Task<T> request)
    {
        Wait((Task)request);
        return request.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a request without a response. The wait can be stopped at any time.</summary>
    /// <param name="request">The running request.</param>
    private protected void Wait(Task request)
    {
        try
        {
            _pump.Wait(request, Stopped);
        }
        finally
        {
            // A stopped pipeline doesn't accept or show anything.
            if (!Stopped.IsCancellationRequested)
            {
                _reporter?.EndWait();
            }
        }
    }

    /// <summary>Finds the only account that the credential of a connection has access to, and sets it as the account of the connection.</summary>
    /// <param name="connection">A connection without an account.</param>
    /// <exception cref="CniException">There is no account, or there are several.</exception>
    private protected void FindAccount(CniConnection connection) => connection.UseAccount(
        AccountFinder.Find(Wait(GetClient(connection, "").ListAccountsAsync(Stopped))));

    /// <summary>Asks the user for confirmation, in one sentence that is the same for -WhatIf and -Confirm.</summary>
    /// <param name="question">The action, its target and its details.</param>
    /// <returns><see langword="true"/> if the action should be done; otherwise, <see langword="false"/>.</returns>
    private protected virtual bool ConfirmAction(string question) => ShouldProcess(question, question, MyInvocation.MyCommand.Name);

    /// <summary>Writes a file that was saved. The provider returns it, so that it's displayed like any other file.</summary>
    /// <param name="path">The absolute path.</param>
    private protected void WriteFile(string path) => WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);

    /// <summary>Gets a value that indicates whether the command only shows what it would do.</summary>
    private protected bool IsWhatIf => GetSwitch("WhatIf") ?? LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Gets the value of a switch that the engine adds, such as -Confirm, or <see langword="null"/> if it isn't specified.</summary>
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
